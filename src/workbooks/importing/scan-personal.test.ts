import { beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { importWorkbooks } from '../commands/import-workbooks.ts';
import { keepUpload } from '../commands/keep-upload.ts';
import type { Preview } from '../model.ts';
import { PERSONAL_WORKBOOKS } from '../testing/dirty-personal.ts';
import type { CleanWorkbook } from '../testing/spoil.ts';
import { aWorkbook } from '../testing.ts';

const system = await testSystem();
const ctx = testCtx(system);
let clean: CleanWorkbook;

beforeAll(async () => {
  clean = await aWorkbook(ctx, { unitCode: 'LMHTX-NA', count: 12 });
});

async function personalMessages(bytes: Uint8Array) {
  const { files } = await importWorkbooks(ctx, [{ name: 'tep.xlsx', bytes }], { dryRun: true });
  return {
    accepted: files[0]?.accepted,
    messages: (files[0]?.messages ?? []).filter(({ code }) => code.startsWith('workbooks.personal.')),
  };
}

test('PDP-02 a clean workbook is told nothing of persons', async () => {
  expect(await personalMessages(clean)).toEqual({ accepted: true, messages: [] });
});

test.each(PERSONAL_WORKBOOKS)('PDP-02 $name is warned of at its cell, and not refused', async ({ make, expected }) => {
  const { accepted, messages } = await personalMessages(await make(clean));

  expect(messages).toEqual([expect.objectContaining({ ...expected[0], severity: 'warning' })]);
  expect(accepted).toBe(true);
});

test('PDP-02 what stood in the cells is neither in the message nor in what is kept of the upload', async () => {
  for (const { make } of PERSONAL_WORKBOOKS) {
    const bytes = await make(clean);
    const { messages } = await personalMessages(bytes);
    expect(JSON.stringify(messages)).not.toMatch(/040085001234|186123456|1970|1968|1965/);
  }
  const [card] = PERSONAL_WORKBOOKS;
  const bytes = (await card?.make(clean)) ?? clean;
  const id = await keepUpload(ctx, { file: { name: 'tep.xlsx', bytes }, assumed: null });
  const { rows } = await sql<{ preview: Preview }>`select preview from workbooks.upload where id = ${id}`.execute(
    system.owner.kysely,
  );
  const kept = rows[0]?.preview.messages.filter(({ text }) => text.includes('căn cước'));
  expect(kept).toEqual([expect.objectContaining({ typed: '', cell: card?.expected[0]?.cell })]);
});
