import { beforeAll, expect, test } from 'vitest';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { importWorkbooks } from '../commands/import-workbooks.ts';
import { aWorkbook } from '../testing.ts';
import { DIRTY_WORKBOOKS } from './dirty-workbooks.ts';
import type { CleanWorkbook, ExpectedMessage } from './spoil.ts';

const system = await testSystem();
const ctx = testCtx(system);
let clean: CleanWorkbook;

beforeAll(async () => {
  clean = await aWorkbook(ctx, { unitCode: 'LMHTX-NA', count: 12 });
});

async function reported(bytes: Uint8Array, name: string) {
  const { files } = await importWorkbooks(ctx, [{ name, bytes }], { dryRun: true });
  const [report] = files;
  if (!report) throw new Error('a file has its report');
  return report;
}

/** `code sheet!cell`, with only what is expected of each place. */
function places(messages: readonly ExpectedMessage[], like: readonly ExpectedMessage[]): string[] {
  const wantsCell = (code: string) => like.find((expected) => expected.code === code)?.cell !== undefined;
  return messages.map(({ code, sheet = '', cell = '' }) => (wantsCell(code) ? `${code} ${sheet}!${cell}` : code));
}

test('IMP-02 the corpus holds at least forty dirty workbooks', () => {
  expect(DIRTY_WORKBOOKS.length).toBeGreaterThanOrEqual(40);
});

test('IMP-02 the clean workbook they are made from is accepted without an error', async () => {
  const report = await reported(clean, 'sach.xlsx');

  expect(report.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report).toMatchObject({ accepted: true, rows: { new: 14, error: 0 } });
});

test.each(DIRTY_WORKBOOKS)('IMP-02 IMP-04 $name is named and crashes nothing', async (dirty) => {
  const bytes = await dirty.make(clean);

  const report = await reported(bytes, dirty.fileName);

  expect(places(report.messages, dirty.expected)).toEqual(
    expect.arrayContaining(places(dirty.expected, dirty.expected)),
  );
  expect(report.accepted).toBe(dirty.isAccepted);
  for (const { text } of report.messages) expect(text).toMatch(/^\P{Ll}.*[.?!…]$/su);
});
