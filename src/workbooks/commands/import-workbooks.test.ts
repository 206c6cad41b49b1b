import { beforeAll, expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { isoDate } from '#kernel/time.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { ImportOptions } from '../importing/import-file.ts';
import type { FileReport } from '../model.ts';
import { aWorkbook, figureCell, sampleRow, sampleValue, typedOver } from '../testing.ts';
import { importWorkbooks } from './import-workbooks.ts';
import { writeTemplate } from './write-template.ts';

const system = await testSystem();
const ctx = testCtx(system);
const REGISTER = 'Sổ bộ HTX';

beforeAll(async () => {
  await import('../../words.ts');
});

async function imported(bytes: Uint8Array, options: ImportOptions = {}, as = ctx): Promise<FileReport> {
  const report = await importWorkbooks(as, [{ name: 'tep.xlsx', bytes }], options);
  return present(report.files[0], 'one file gives one report');
}

function texts(report: FileReport, code: string) {
  return report.messages
    .filter((message) => message.code === code)
    .map(({ sheet, cell, text }) => ({ sheet, cell, text }));
}

async function organisationsOf(unitCode: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from register.organisation
    join organisations.alliance on alliance.id = alliance_id where alliance.code = ${unitCode} and deleted_at is null`.execute(
    ctx.read,
  );
  return rows[0]?.count ?? 0;
}

test('IMP-02 a dry run counts what writing then does, and writes nothing itself', async () => {
  const bytes = await aWorkbook(ctx, { unitCode: 'LMHTX-TH', count: 6 });

  const tried = await imported(bytes, { dryRun: true });
  const afterTrial = await organisationsOf('LMHTX-TH');
  const written = await imported(bytes);

  expect(tried).toMatchObject({ accepted: true, importId: null, rows: { new: 8, changed: 0, error: 0 } });
  expect(afterTrial).toBe(0);
  expect(written.rows).toEqual(tried.rows);
  expect(written.importId).toMatch(/^[0-9a-f-]{36}$/);
  expect(await organisationsOf('LMHTX-TH')).toBe(6);
});

test('IMP-02 one wrong cell refuses the whole file and says what, where and how to mend', async () => {
  const bytes = typedOver(await aWorkbook(ctx, { unitCode: 'LMHTX-HT' }), { [REGISTER]: { W8: 98, Z8: 120 } });

  const report = await imported(bytes);

  expect(report).toMatchObject({ accepted: false, importId: null, rows: { error: 1 } });
  expect(texts(report, 'register.women-over-members')).toEqual([
    {
      sheet: REGISTER,
      cell: 'Z8',
      text: 'Số thành viên nữ (120) lớn hơn tổng số thành viên (98). Sửa một trong hai ô.',
    },
  ]);
  expect(await organisationsOf('LMHTX-HT')).toBe(0);
});

test('IMP-02 every problem is named at once, on every sheet', async () => {
  const good = await aWorkbook(ctx, { unitCode: 'LMHTX-HT' });
  const figure = await figureCell(ctx, 'HTX.SO');
  const bytes = typedOver(good, {
    [REGISTER]: { C7: null, I8: '31/6/2023', AH9: { error: '#N/A' }, AE10: '1,5 tỷ 200tr' },
    QTDND: { M7: 999_000_000_000 },
    [figure.sheet]: { [figure.cell]: 'chín trăm' },
  });

  const report = await imported(bytes);

  const found = report.messages
    .filter((one) => one.severity === 'error')
    .map((one) => `${one.sheet}!${one.cell} ${one.code}`);
  expect(found.toSorted()).toEqual(
    [
      `${REGISTER}!C7 workbooks.cell.required`,
      `${REGISTER}!I8 workbooks.cell.no-such-day`,
      `${REGISTER}!AH9 workbooks.cell.error-value`,
      `${REGISTER}!AE10 workbooks.cell.number-mixed`,
      'QTDND!M7 register.fund.bad-debt-over-loans',
      `${figure.sheet}!${figure.cell} workbooks.cell.not-a-number`,
    ].toSorted(),
  );
  expect(texts(report, 'workbooks.cell.no-such-day')[0]?.text).toBe('Tháng 6 chỉ có 30 ngày. Sửa lại ngày 31/6.');
});

test('IMP-02 two rows with one code are refused, naming both', async () => {
  const bytes = await aWorkbook(ctx, {
    unitCode: 'LMHTX-HT',
    change: (content, definition) => ({
      ...content,
      register: [...content.register, { ...sampleRow(definition, 20), code: sampleRow(definition, 0).code }],
    }),
  });

  const report = await imported(bytes);

  expect(report.accepted).toBe(false);
  expect(texts(report, 'workbooks.row.code-twice')).toMatchObject([
    { cell: 'F13', text: expect.stringContaining('dòng 7') },
  ]);
});

test('IMP-03 the same file twice changes nothing and makes no second import', async () => {
  const bytes = await aWorkbook(ctx, { unitCode: 'LMHTX-QT', count: 5 });

  const first = await imported(bytes);
  const second = await imported(bytes);

  expect(first).toMatchObject({ accepted: true, unit: 'LMHTX-QT', period: '2024-H1' });
  expect(first.rows).toEqual({ new: 7, changed: 0, unchanged: 0, conflict: 0, error: 0 });
  expect(second.rows).toEqual({ new: 0, changed: 0, unchanged: 7, conflict: 0, error: 0 });
  expect(second.importId).toBe(first.importId);
  expect(second.accepted).toBe(true);
});

test('IMP-01 a prefilled workbook sent back untouched says "0 thay đổi"', async () => {
  const bytes = await writeTemplate(ctx, { unitCode: 'LMHTX-QT', periodCode: '2024-H1', prefill: true });

  const report = await imported(bytes);

  expect(report.rows).toEqual({ new: 0, changed: 0, unchanged: 7, conflict: 0, error: 0 });
  expect(texts(report, 'workbooks.import.unchanged')).toHaveLength(1);
});

test('IMP-03 a second import writes only what differs', async () => {
  const prefilled = await writeTemplate(ctx, { unitCode: 'LMHTX-QT', periodCode: '2024-H1', prefill: true });
  const bytes = typedOver(prefilled, { [REGISTER]: { W7: 77, AS8: 'Đã gọi điện' } });

  const report = await imported(bytes);

  expect(report.rows).toEqual({ new: 0, changed: 2, unchanged: 5, conflict: 0, error: 0 });
  expect(await organisationsOf('LMHTX-QT')).toBe(5);
});

test('IMP-03 of two imports of one unit at once, the second waits and sees the first', async () => {
  const bytes = await aWorkbook(ctx, { unitCode: 'LMHTX-TTH', count: 4 });

  const [one, other] = await Promise.all([imported(bytes), imported(bytes)]);

  expect([one.rows.new, other.rows.new].toSorted()).toEqual([0, 6]);
  expect(one.importId).toBe(other.importId);
  expect(await organisationsOf('LMHTX-TTH')).toBe(4);
});

test('IMP-03 a verified value is kept, its row is told as a conflict', async () => {
  await sql`insert into register.verification (organisation_id, alliance_id, period_code, field, verified_at, verified_by)
    select organisation.id, alliance_id, '', 'representativeName', ${ctx.now}, 'Cán bộ' from register.organisation
      join organisations.alliance on alliance.id = alliance_id
     where alliance.code = 'LMHTX-TTH' and organisation.name like '%Đồng Tâm%'`.execute(system.owner.kysely);
  const prefilled = await writeTemplate(ctx, { unitCode: 'LMHTX-TTH', periodCode: '2024-H1', prefill: true });
  const bytes = typedOver(prefilled, { [REGISTER]: { T7: 'Trần Văn Thử' } });

  const report = await imported(bytes);

  expect(report).toMatchObject({ accepted: true, rows: { changed: 0, conflict: 1, unchanged: 5 } });
  expect(texts(report, 'workbooks.row.conflict')).toMatchObject([
    { sheet: REGISTER, cell: 'T7', text: expect.stringContaining('Nguyễn Văn Mẫu') },
  ]);
});

test('IMP-04 text for numbers and months for days are read as they are meant', async () => {
  const good = await aWorkbook(ctx, { unitCode: 'LMHTX-NA' });
  const bytes = typedOver(good, {
    [REGISTER]: { W7: '1.331', AE7: '12,5 tỷ', AH7: '≈ 300 tr', K7: 'tháng 7/2014', Z8: '-', I8: '5/7/19' },
  });

  const report = await imported(bytes);
  const { rows } = await sql`select organisation.established_on::text, established_precision, registered_on::text,
      members_total, members_women, charter_capital_dong::text, revenue_dong::text
    from register.organisation join register.period_report on organisation_id = organisation.id
    join organisations.alliance on alliance.id = organisation.alliance_id
   where alliance.code = 'LMHTX-NA' order by certificate_no::int limit 2`.execute(ctx.read);

  expect(report.accepted).toBe(true);
  expect(rows[0]).toMatchObject({
    established_on: '2014-07-01',
    established_precision: 'month',
    members_total: 1331,
    charter_capital_dong: '12500000000',
    revenue_dong: '300000000',
  });
  expect(rows[1]).toMatchObject({ registered_on: '2019-07-05', members_women: null });
});

test('IMP-04 what can be read in two ways is asked once per column, and the answer holds for the file', async () => {
  const good = await aWorkbook(ctx, { unitCode: 'LMHTX-HT' });
  const { sheet, cell } = await figureCell(ctx, 'TN.TONG');
  const bytes = typedOver(good, { [sheet]: { [cell]: '1.234' } });

  const asked = await imported(bytes, { dryRun: true });
  const answered = await imported(bytes, { dryRun: true, answers: { [`${sheet}!KY_NAY`]: ['dot-thousands'] } });

  expect(asked.accepted).toBe(false);
  expect(texts(asked, 'workbooks.cell.number-ambiguous')).toMatchObject([{ sheet, cell }]);
  expect(texts(answered, 'workbooks.cell.number-ambiguous')).toEqual([]);
  expect(answered.accepted).toBe(true);
});

test('RPT-05 a figure in the text that contradicts the form refuses the file', async () => {
  const bytes = await aWorkbook(ctx, {
    unitCode: 'LMHTX-HT',
    change: (content) => ({
      ...content,
      values: [sampleValue('HTX.SO', '903')],
      narrative: [{ sectionCode: 'TM.KETQUA', body: 'Đến 14/6/2024, toàn tỉnh có 913 HTX, tăng 11 HTX.' }],
    }),
  });

  const report = await imported(bytes);

  expect(report.accepted).toBe(false);
  const [message] = texts(report, 'reporting.narrative-contradicts-form');
  expect(message).toMatchObject({ sheet: 'Thuyết minh', cell: 'D6' });
  expect(message?.text).toMatch(/913.*903|903.*913/);
});

test('RPT-05 a text that agrees with the form is taken', async () => {
  const bytes = await aWorkbook(ctx, {
    unitCode: 'LMHTX-HT',
    change: (content) => ({
      ...content,
      values: [sampleValue('HTX.SO', '903')],
      narrative: [{ sectionCode: 'TM.KETQUA', body: 'Đến 14/6/2024, toàn tỉnh có 903 HTX, tăng 11 HTX.' }],
    }),
  });

  const report = await imported(bytes, { dryRun: true });

  expect(report.accepted).toBe(true);
  expect(texts(report, 'workbooks.form.values-missing')[0]?.text).toContain('Còn');
});

test('IMP-01 a sum that no program has computed is computed from its parts and told', async () => {
  const template = await writeTemplate(ctx, { unitCode: 'LMHTX-HT', periodCode: '2024-H1', prefill: false });
  const parts = { 'HTX.DAUKY': 892, 'HTX.MOI': 18, 'HTX.GIAITHE': 5, 'HTX.CHUYEN': 2 };
  const typed: Record<string, number> = {};
  for (const [code, amount] of Object.entries(parts)) typed[(await figureCell(ctx, code)).cell] = amount;
  const total = await figureCell(ctx, 'HTX.SO');

  const report = await imported(typedOver(template, { 'Biểu 01': typed }), { dryRun: true });

  expect(texts(report, 'workbooks.form.total-computed')).toEqual([
    {
      sheet: total.sheet,
      cell: total.cell,
      text: '“Số hợp tác xã cuối kỳ” chưa được tính trong tệp; hệ thống tính từ các dòng thành phần: 903.',
    },
  ]);
});

test('IMP-01 columns are found by their codes in any order, and rows below a signature are no data', async () => {
  const good = await aWorkbook(ctx, { unitCode: 'LMHTX-HT' });
  const bytes = typedOver(good, {
    QTDND: { K6: 'DU_NO', L6: 'HUY_DONG' },
    'Biểu 05': { B19: 'Nguyễn Văn Mẫu' },
  });

  const report = await imported(bytes);
  const { rows } = await sql`select loans_dong::text from register.credit_fund_report
    join register.credit_fund on credit_fund.id = fund_id join organisations.alliance on alliance.id = credit_fund.alliance_id
    where alliance.code = 'LMHTX-HT' limit 1`.execute(ctx.read);

  expect(report.accepted).toBe(true);
  expect(rows).toEqual([{ loans_dong: '90000000000' }]);
});

test('IMP-02 a file of another unit is refused to an officer, with the reason', async () => {
  const officer = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] });
  const bytes = await aWorkbook(ctx, { unitCode: 'LMHTX-HT' });

  const report = await imported(bytes, {}, officer);

  expect(report).toMatchObject({ accepted: false, unit: 'LMHTX-HT', importId: null });
  expect(texts(report, 'workbooks.import.refused')).toHaveLength(1);
});

test('RPT-04 a unit with required figures missing is written but not sent, and told so', async () => {
  const bytes = await aWorkbook(ctx, { unitCode: 'LMHTX-QB', count: 2 });

  const report = await imported(bytes, { submits: true });

  expect(report.accepted).toBe(true);
  expect(texts(report, 'workbooks.import.not-sent')).toHaveLength(1);
  expect(await submissionState('LMHTX-QB')).toBe('not-opened');
});

test('RPT-04 with a reason and a promised day it is sent; a second try of the same file sends nothing twice', async () => {
  const bytes = await aWorkbook(ctx, { unitCode: 'LMHTX-QB', count: 2 });
  const promise = { reason: 'Chờ số của ba huyện', byOn: isoDate('2024-06-28') };

  const report = await imported(bytes, { submits: true, promise });
  const again = await imported(bytes, { submits: true });

  expect(texts(report, 'workbooks.import.not-sent')).toEqual([]);
  expect(texts(again, 'workbooks.import.not-sent')).toEqual([]);
  expect(await submissionState('LMHTX-QB')).toBe('submitted');
});

async function submissionState(unitCode: string): Promise<string> {
  const { rows } = await sql<{ state: string }>`select submission.state from reporting.submission
    join organisations.alliance on alliance.id = alliance_id where alliance.code = ${unitCode}`.execute(ctx.read);
  return rows[0]?.state ?? '';
}
