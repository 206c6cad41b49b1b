import { expect, test } from 'vitest';
import { messageOf } from '../say.ts';
import { combined } from './combine.ts';

function inColumn(count: number, code: string, facts: Record<string, unknown>) {
  return Array.from({ length: count }, (_, index) =>
    messageOf({ sheet: 'Sổ bộ HTX', cell: `AE${index + 7}` }, code, facts),
  );
}

test('IMP-04 a question is put once per column, with the cells it stands in', () => {
  const asked = inColumn(30, 'workbooks.cell.zero-or-missing', { text: 'k có' });

  const said = combined(asked);

  expect(said).toHaveLength(1);
  expect(said[0]).toMatchObject({ cell: 'AE7', severity: 'error' });
  expect(said[0]?.text).toMatch(/“k có” .* Cùng lỗi này ở 30 ô: AE7, AE8, .* …\.$/);
});

test('IMP-02 errors that each need mending stay one by one, warnings that fill a column become one', () => {
  const wrong = inColumn(30, 'workbooks.cell.not-a-number', { text: 'nhiều' });
  const doubted = inColumn(30, 'workbooks.cell.number-rough', { text: '≈ 3 tỷ' });

  const said = combined([...doubted, ...wrong]);

  expect(said).toHaveLength(31);
  expect(said[0]?.severity).toBe('error');
  expect(said.at(-1)).toMatchObject({ severity: 'warning', cell: 'AE7' });
});
