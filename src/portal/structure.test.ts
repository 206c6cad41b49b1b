import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { fillPosition } from '#organisations/public.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { structureOn } from './structure.ts';

const system = await testSystem();
const nobody = testCtx(system, { grants: [] });

await fillPosition(testCtx(system), {
  allianceCode: 'LMHTX-HT',
  title: 'Chủ tịch',
  person: { id: null, fullName: 'Người Giữ Ghế', honorific: 'bà', source: 'bản thử' },
  protocolRank: 1,
  isSingleSeat: true,
  validFrom: isoDate('2023-01-01'),
  validUntil: isoDate('2024-06-01'),
  confirmsSecondHolder: false,
});

async function chairOn(on: string) {
  const { alliances } = await structureOn(nobody.read, isoDate(on));
  return alliances.find(({ code }) => code === 'LMHTX-HT')?.posts.map(({ title, fullName }) => [title, fullName]);
}

test('ORG-07 anybody sees the chart of a past day again as it was, with the units of that day', async () => {
  const then = await structureOn(nobody.read, isoDate('2024-05-31'));

  expect(await chairOn('2024-05-31')).toEqual([['Chủ tịch', 'Người Giữ Ghế']]);
  expect(then.clusters).toMatchObject([{ code: 'CUM-BTB', members: 6 }]);
  expect(then.alliances.map(({ name }) => name)).toContain('Liên minh Hợp tác xã tỉnh Thừa Thiên Huế');
});

test('ORG-07 a post that nobody holds is vacant and never has the last holder; no telephone of a person is in the chart', async () => {
  expect(await chairOn('2024-06-01')).toEqual([['Chủ tịch', '']]);
  expect(await chairOn('2022-12-31')).toEqual([]);
  const { alliances } = await structureOn(nobody.read, isoDate('2024-05-31'));
  const known = alliances.flatMap(({ posts }) => posts.flatMap((post) => Object.keys(post)));
  expect(known.filter((name) => /phone|mobile|tel/i.test(name))).toEqual([]);
});
