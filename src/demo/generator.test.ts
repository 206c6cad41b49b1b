import { expect, test } from 'vitest';
import { readSeed } from '#platform/files/seed.server.ts';
import { testSystem } from '#platform/testing/system.ts';
import { workbookDefinition } from '#workbooks/public.ts';
import { PROFILES } from './profiles.ts';
import { DEMO_PERIOD, DEMO_SEED, demoContent } from './workbooks.ts';

const system = await testSystem();
const db = system.app.kysely;
const OTHER_SEED = 77;

async function contentOf(profile: (typeof PROFILES)[number], seed: number) {
  const { indicators, unit } = await workbookDefinition(db, profile.unitCode, DEMO_PERIOD, { isDemo: true });
  return await demoContent(db, profile, indicators, unit.provinceName, seed);
}

test.each([DEMO_SEED, OTHER_SEED])(
  'PDP-10 with the seed %i the generator reproduces the totals of the fixture',
  async (seed) => {
    const { rows } = await readSeed('names/coop-totals-2024.csv');
    const fixture = new Map(
      rows.map((row) => [row.province_code_2024 || (row.province ?? ''), Number(row.cooperatives)]),
    );
    let [cooperatives, funds] = [0, 0];

    for (const profile of PROFILES) {
      const content = await contentOf(profile, seed);
      expect([profile.provinceCode, content.register.length]).toEqual([
        profile.provinceCode,
        fixture.get(profile.provinceCode),
      ]);
      cooperatives += content.register.length;
      funds += content.funds.length;
    }

    expect([cooperatives, funds]).toEqual([4425, 200]);
  },
);

test('PDP-10 names and figures are made from the seed, so that no list of real people stands behind them', async () => {
  const [profile] = PROFILES;
  if (!profile) throw new Error('there is a province');
  const [one, same, other] = [
    await contentOf(profile, DEMO_SEED),
    await contentOf(profile, DEMO_SEED),
    await contentOf(profile, OTHER_SEED),
  ];
  const names = (content: typeof one) => content.register.map((row) => row.representativeName).filter(Boolean);

  expect(same.register).toEqual(one.register);
  expect(names(one).length).toBeGreaterThan(500);
  const alike = names(one).filter((name, at) => name === names(other)[at]).length;
  expect(alike / names(one).length).toBeLessThan(0.05);
});
