import { expect, test } from 'vitest';
import { factsOf, ORGANISATIONS } from './fields.ts';
import { duplicateFinder, matchRows } from './matching.ts';
import type { RegisterRow } from './model.ts';
import { aRow } from './testing.ts';

function facts(says: Partial<RegisterRow>) {
  return factsOf(ORGANISATIONS, aRow(says));
}

function known(id: string, says: Partial<RegisterRow>, verified: readonly string[] = []) {
  return { id, facts: facts(says), verified: new Set(verified) };
}

function incoming(says: Partial<RegisterRow>, id: string | null = null) {
  return { id, rowNo: 8, facts: facts(says) };
}

function pairs(rows: readonly ReturnType<typeof incoming>[], records: readonly ReturnType<typeof known>[]) {
  const matches = matchRows(rows, records);
  return rows.map((row) => matches.get(row)?.id ?? 'new');
}

test('a hidden id outweighs code and name', () => {
  expect(
    pairs([incoming({ name: 'HTX B', code: '2' }, 'a')], [known('a', { name: 'HTX A' }), known('b', { code: '2' })]),
  ).toEqual(['a']);
});

test('without an id the code decides, whatever the name has become', () => {
  expect(
    pairs([incoming({ name: 'HTX Tên Mới', code: '2' })], [known('a', { name: 'HTX Tên Cũ', code: '2' })]),
  ).toEqual(['a']);
});

test('without a code name and commune decide; tones, case and spelling of one sound do not count', () => {
  const record = known('a', { name: 'HTX Kỳ Hoà', communeText: 'Xã Thuỷ An', communeId: null });

  expect(pairs([incoming({ name: 'htx KÌ HÒA', communeText: 'xã Thủy An' })], [record])).toEqual(['a']);
  expect(pairs([incoming({ name: 'htx KÌ HÒA', communeText: 'xã Thủy Bình' })], [record])).toEqual(['new']);
});

test('two codes that differ are two organisations, though name and commune agree', () => {
  expect(pairs([incoming({ code: '1' })], [known('a', { code: '2' })])).toEqual(['new']);
});

test('two of one name and commune are told apart only by agreeing in everything; else both are left to a person', () => {
  const records = [known('a', { note: 'một' }), known('b', { note: 'hai' })];

  expect(pairs([incoming({ note: 'hai' }), incoming({ note: 'một' })], records)).toEqual(['b', 'a']);
  expect(pairs([incoming({ note: 'ba' })], records)).toEqual(['new']);
});

test('a verified value that the row denies does not make it another organisation', () => {
  const records = [known('a', { note: 'một', address: 'Xóm 1' }, ['address']), known('b', { note: 'hai' })];

  expect(pairs([incoming({ note: 'một', address: 'Xóm 9' })], records)).toEqual(['a']);
});

/** What `one` may be the same as. */
function duplicatesOf(one: ReturnType<typeof facts>, other: ReturnType<typeof facts>) {
  const [first, second] = [{ facts: one }, { facts: other }];
  return duplicateFinder([first, second])(first);
}

test('REG-02 the same name written out and shortened, in one commune, is a probable duplicate', () => {
  const one = facts({ name: 'HTX DVNN Đức Ninh' });
  const other = facts({ name: 'Hợp tác xã dịch vụ nông nghiệp Duc Ninh' });

  expect(duplicatesOf(one, other)).toEqual({ of: other, field: 'name', why: 'same-name-and-commune' });
});

test('REG-02 the same code is a duplicate whatever the names', () => {
  const one = facts({ name: 'HTX A', code: '2900123456' });
  const other = facts({ name: 'HTX B', code: '2900123456' });

  expect(duplicatesOf(one, other)?.why).toBe('same-code');
});

test('REG-02 the same name with the same representative in another commune is a probable duplicate', () => {
  const one = facts({ communeText: 'Xã A', representativeName: 'Người đại diện' });
  const other = facts({ communeText: 'Xã B', representativeName: 'NGƯỜI ĐẠI DIỆN' });

  expect(duplicatesOf(one, other)?.why).toBe('same-name-and-representative');
});

test('REG-02 one name in two communes under two representatives is not a duplicate', () => {
  const one = facts({ communeText: 'Xã A', representativeName: 'Người A' });
  const other = facts({ communeText: 'Xã B', representativeName: 'Người B' });

  expect(duplicatesOf(one, other)).toBeUndefined();
});
