import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { Refused } from '#kernel/refusal.ts';
import { isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import '../words.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { addressText, placeOfAddress } from './address.ts';
import { loadList } from './commands/load-list.ts';
import { findUnits } from './finding.ts';
import { shippedFolder } from './list-files.ts';
import { readPlacesView } from './list-view.ts';
import { getUnit } from './queries.ts';
import { readUnitView } from './unit-view.ts';

const system = await testSystem();
const ctx = testCtx(system);
const db = system.app.kysely;
const then = isoDate('2024-06-24');
const today = isoDate('2026-11-25');

const names = (found: readonly { fullName: string }[]) => found.map((unit) => unit.fullName);

test('ORG-04 a unit is found without tones, without its kind, by an old name, and by its code', async () => {
  const find = async (text: string) => names(await findUnits(db, { text, on: null, limit: 40 }));

  expect(await find('loc ha')).toContain('Huyện Lộc Hà');
  expect(await find('xã đức ninh')).toContain('Xã Đức Ninh');
  expect((await find('Đồng Hới')).slice(0, 2)).toEqual(
    expect.arrayContaining(['Thành phố Đồng Hới', 'Phường Đồng Hới']),
  );
  expect(await find('19742')).toContain('Đặc khu Cồn Cỏ');
  expect(await find('%')).toEqual([]);
});

test('ORG-04 what a commune was on a day, what it is today, and by which resolution', async () => {
  const [ducNinh] = await findUnits(db, { text: 'Xã Đức Ninh', on: then, limit: 5 });
  const view = await readUnitView(db, present(ducNinh, 'it is found').uid, then, today);

  expect(names(view.above)).toEqual(['Thành phố Đồng Hới', 'Tỉnh Quảng Bình']);
  expect(view.thatDay).toMatchObject([{ target: { uid: view.unit.uid }, basis: 'same' }]);
  expect(view.now).toMatchObject([{ provinceName: 'Tỉnh Quảng Trị', basis: 'merged' }]);
  expect(view.fates.at(0)).toMatchObject({ effectiveOn: '2025-07-01' });
  expect(view.fates.at(0)?.resolution).toContain('NQ-UBTVQH15');
});

test('ORG-04 the trap of a code is told: 44 is Quảng Bình until 30/06/2025 and Quảng Trị since', async () => {
  const view = await readUnitView(db, '44@2025-07-01', today, today);

  expect(names(view.sameCode)).toEqual(['Tỉnh Quảng Bình']);
  expect(view.origins.map((change) => change.oldUnit?.fullName)).toEqual(
    expect.arrayContaining(['Tỉnh Quảng Bình', 'Tỉnh Quảng Trị']),
  );
  await expect(readUnitView(db, '44@2000-01-01', today, today)).rejects.toThrow('places.unit.unknown');
});

test('ORG-04 the list of any day unfolds by province, with districts only while there were districts', async () => {
  const of = async (on: string) => await readPlacesView(db, { text: '', on: isoDate(on), provinceCode: '44' }, today);
  const [old, now] = [await of('2024-07-05'), await of('2025-07-01')];

  expect([old.province?.name, old.branches.length]).toEqual(['Quảng Bình', 8]);
  expect(now.province?.name).toBe('Quảng Trị');
  expect(now.branches.map((branch) => [branch.district, branch.communes.length])).toEqual([[null, 78]]);
});

test('ORG-04 an address prints as registered and as of today; a split and a lost commune say so', async () => {
  const print = async (uid: string, communeText: string, districtText: string) => {
    const place = await placeOfAddress(db, (await getUnit(db, uid)).id, then, today);
    const written = { address: '', communeText, districtText, provinceName: place.provinceName };
    return addressText(written, place.today);
  };

  expect(await print('18898@2019-01-01', 'Xã Đức Ninh', 'Thành phố Đồng Hới')).toMatch(
    /^xã Đức Ninh, thành phố Đồng Hới, tỉnh Quảng Bình \(nay là phường .+, tỉnh Quảng Trị\)$/,
  );
  expect(await print('18796@2019-01-01', 'Xã Kỳ Lợi', 'Thị xã Kỳ Anh')).toContain('nay là một trong 3 nơi: ');
  expect(await print('19525@2019-01-01', 'Xã Gio Châu', 'Huyện Gio Linh')).toBe(
    'xã Gio Châu, huyện Gio Linh, tỉnh Quảng Trị (chưa rõ đơn vị kế thừa, nay thuộc tỉnh Quảng Trị)',
  );
  const now = await placeOfAddress(db, (await getUnit(db, '19742@2025-07-01')).id, today, today);
  expect(
    addressText(
      { address: '', communeText: 'Đặc khu Cồn Cỏ', districtText: '', provinceName: now.provinceName },
      now.today,
    ),
  ).toBe('đặc khu Cồn Cỏ, tỉnh Quảng Trị');
});

/** A copy of the shipped list, changed. */
async function aList(change: (text: string) => string, file = 'administrative-units.csv'): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-places-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  await cp(shippedFolder(), folder, { recursive: true });
  const name = path.join(folder, file);
  await writeFile(name, change(await readFile(name, 'utf8')));
  return folder;
}

async function refusalOf(folder: string): Promise<string> {
  return await loadList(ctx, folder).then(
    () => '',
    (error: unknown) => (error instanceof Refused ? sayRefusal(error.refusal) : String(error)),
  );
}

test('ORG-04 ✘ a list with mistakes is refused whole, each with its row and how to mend it', async () => {
  const before = await db.selectFrom('places.edition').selectAll().execute();
  const broken = await aList((text) =>
    text
      .replace(
        '44@2025-07-01,1,44,Tỉnh Quảng Trị,tinh,Quảng Trị,,44,2025-07-01,',
        '44@2025-07-01,1,44,Tỉnh Quảng Trị,tinh,Quảng Trị,,44,2025-06-01,',
      )
      .replace('01@2019-01-01,1,', '01@2019-01-01,9,'),
  );

  const said = await refusalOf(broken);
  expect(said).toContain('administrative-units.csv, dòng 2: cấp “9” không có');
  expect(said).toMatch(/uid “44@2025-07-01” phải là mã@ngày-bắt-đầu/);
  expect(await refusalOf(await aList((text) => text.replace(/^01@2019-01-01,.*\n/m, '')))).toContain(
    'thiếu 01@2019-01-01',
  );
  expect(await refusalOf(path.join(tmpdir(), 'hopluc-no-such-folder'))).toContain(
    'Không đọc được administrative-units.csv',
  );
  expect(await db.selectFrom('places.edition').selectAll().execute()).toEqual(before);
});

test('ORG-04 a newer list is taken with everything that follows from it, and the same list a second time changes nothing', async () => {
  // The day after a made-up rename of đặc khu Cồn Cỏ.
  const folder = await aList(
    (text) =>
      `${text.replace(/^(19742@2025-07-01,.*),2025-07-01,,/m, '$1,2025-07-01,2027-01-01,')}19742@2027-01-01,3,19742,Xã Cồn Cỏ,xa,Cồn Cỏ,44,44,2027-01-01,,test\n`,
  );
  const changes = path.join(folder, 'administrative-changes.csv');
  await writeFile(
    changes,
    `${await readFile(changes, 'utf8')}C99999,2027-01-01,3,19742@2025-07-01,19742,Đặc khu Cồn Cỏ,44,19742@2027-01-01,19742,Xã Cồn Cỏ,44,kind-change,full,,test,\n`,
  );

  const loaded = await loadList(ctx, folder);
  const again = await loadList(ctx, folder);

  expect(loaded).toMatchObject({ added: 1, isKnown: false, newest: '2027-01-01' });
  expect(again.isKnown).toBe(true);
  const view = await readUnitView(db, '471@2019-01-01', isoDate('2027-02-01'), isoDate('2027-02-01'));
  expect(view.now).toMatchObject([{ target: { fullName: 'Xã Cồn Cỏ' }, basis: 'same' }]);
  expect(view.fates.map((change) => change.newUnit?.fullName)).toEqual(['Đặc khu Cồn Cỏ', 'Xã Cồn Cỏ']);
});

test('ORG-04 ✘ only who runs the installation loads a list', async () => {
  const officer = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });

  await expect(loadList(officer, shippedFolder())).rejects.toThrow('platform.access.denied');
});
