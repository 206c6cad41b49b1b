import { expect, test } from 'vitest';
import { backupAlert } from './alert.ts';

const at = '2024-06-24T02:00:00.000Z';
const later = (hours: number, ms = 0) => new Date(Date.parse(at) + hours * 3_600_000 + ms);

test('ADM-02 an administrator is told when there is no backup of the last 26 hours', () => {
  expect(backupAlert({ at }, later(26))).toBeUndefined();
  expect(backupAlert({ at }, later(26, 1))).toContain('24/06/2024 09:00');
  expect(backupAlert(undefined, later(0))).toContain('Chưa có bản sao lưu');
});
