import { expect, test } from 'vitest';
import { factsOf, ORGANISATIONS } from './fields.ts';
import type { OrganisationId } from './model.ts';
import { PackedRows } from './packed-rows.ts';
import { aRow } from './testing.ts';

const ID = '0190335f-4500-773c-9819-8df6016571f2' as OrganisationId;

test('IMP-02 rows come back from their bytes as they went in, in any order', () => {
  const rows = [
    aRow({ name: 'HTX Đức Ninh', rowNo: 7, revenueDong: 12_345_678_901_234_567n, membersTotal: null }),
    aRow({ name: `HTX ${'dài '.repeat(400_000)}`, rowNo: 8, id: ID, membersTotal: 9 }),
    aRow({ name: 'HTX "C" \\ \u2028', rowNo: 9, inValueChain: true, profitDong: -5n }),
  ];

  const packed = PackedRows.ofRegister(rows);

  expect([...packed]).toEqual(rows);
  expect(packed.length).toBe(3);
  for (const at of [2, 0, 1, 2]) expect(packed.factsAt(at)).toEqual(factsOf(ORGANISATIONS, rows[at] ?? aRow({})));
  expect(packed.incoming().map(({ id, rowNo, facts }) => [id, rowNo, facts.membersTotal])).toEqual(
    rows.map((row) => [row.id, row.rowNo, row.membersTotal]),
  );
});
