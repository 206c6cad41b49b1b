import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { addUser } from '#platform/auth/accounts.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { everyKept } from '#platform/retention/kept.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anAllianceId, aRow, savedRows } from '#register/testing.ts';
import '../kept.ts';
import { actOnRequest } from './commands/act-on-request.ts';
import { holdData } from './commands/hold-data.ts';
import { placeRequest } from './commands/place-request.ts';
import { reapplyDeletions } from './commands/reapply-deletions.ts';
import { runRetention } from './commands/run-retention.ts';
import { AskForData, askForData } from './public-desk.ts';
import { getCertificate, getRequest, ledger, retentionRules } from './queries.ts';
import { certificateText } from './retention-rules.ts';

const system = await testSystem();
const db = system.app.kysely;
const on = (today: string) => testCtx(system, { today, name: 'Quản trị' });
const early = on('2026-03-02');
/** Later than the clock of the machine on which the test runs, which dates the files. */
const late = on('2126-03-02');

async function closedRequest(wish: string): Promise<string> {
  const input = AskForData.parse({
    kind: 'delete',
    wish,
    name: 'Người Hỏi Mẫu',
    contact: '0900 000 000',
    consent: 'co',
  });
  const code = await askForData(early, input, { address: wish });
  await actOnRequest(early, code, { act: 'answer', note: 'Đã gọi 0900 000 000', ground: '' });
  return code;
}

async function anOrganisation(name: string): Promise<string> {
  await savedRows(early, await anAllianceId(early), [aRow({ name })]);
  const found = await sql<{ id: string }>`select id from register.organisation where name = ${name}`.execute(db);
  return found.rows[0]?.id ?? '';
}

test('PDP-05 every rule has data that it is of, and all data kept for a time have a rule', async () => {
  const rules = (await retentionRules(db, early.today)).map(({ code }) => code).sort();
  const byAge = everyKept()
    .map(({ code }) => code)
    .filter((code) => code !== 'request-contact');

  expect(byAge.sort()).toEqual(rules);
  expect(rules.length).toBeGreaterThanOrEqual(8);
});

test('PDP-05 a dry run says what would go and touches nothing; the run removes it and certifies it; nothing is left to do', async () => {
  const code = await closedRequest('Một');
  const sha256 = await early.files.put(Buffer.from('tệp tải lên'));
  await sql`insert into workbooks.upload (id, file_name, sha256, answers, preview, uploaded_at, uploaded_by)
    values (${early.newId()}, 'a.xlsx', ${sha256}, '{}', '{}', ${early.now}, 'x')`.execute(system.owner.kysely);
  await sql`insert into platform.sign_in_attempt (id, subject_hash, attempted_at, succeeded)
    values (${early.newId()}, 'x', ${early.now}, false)`.execute(system.owner.kysely);
  await sql`insert into portal.visit_seen (visitor_hash, seen_at) values ('x', ${early.now})`.execute(
    system.owner.kysely,
  );
  const { accountId } = await addUser(early, {
    login: 'nguoi-cu',
    role: 'admin',
    scope: 'system',
    displayName: 'Tên Mẫu',
  });
  await sql`update platform.account set closed_at = ${early.now}, closed_by = 'x' where id = ${accountId}`.execute(db);
  await sql`insert into platform.recovery_code (code_hash, account_id, created_at)
    values ('x', ${accountId}, ${early.now})`.execute(db);
  const counts = (lines: readonly { code: string; due: number }[]) =>
    Object.fromEntries(lines.filter(({ due }) => due > 0).map((line) => [line.code, line.due]));

  const dry = await runRetention(late, { dryRun: true });
  const untouched = await getRequest(db, code);
  const ran = await runRetention(late, { dryRun: false });
  const again = await runRetention(late, { dryRun: false });

  expect(counts(dry.lines)).toEqual({
    'closed-accounts': 1,
    'request-senders': 1,
    'request-words': 1,
    'sign-in-attempts': 1,
    uploads: 1,
    'visit-hashes': 1,
  });
  expect(untouched.contact).toBe('0900 000 000');
  expect(counts(ran.lines)).toEqual(counts(dry.lines));
  expect(again).toMatchObject({ number: null });
  const gone = await getRequest(db, code);
  expect(gone).toMatchObject({ wish: '', requesterName: '', contact: '', outcome: 'whole' });
  expect(gone.acts.map(({ note }) => note)).toEqual(['']);
  expect(await late.files.get(sha256)).toBeUndefined();
  expect((await sql`select 1 from platform.recovery_code`.execute(db)).rows).toEqual([]);
  const account = await sql<{ login: string; display_name: string }>`
    select login, display_name from platform.account where id = ${accountId}`.execute(db);
  expect(account.rows[0]).toEqual({ login: `da-khoa-${accountId}`, display_name: 'Tài khoản đã khóa' });
});

test('PDP-05 the certificate is numbered, holds nothing personal, and its hash stands in the record of acts', async () => {
  await closedRequest('Hai');
  const { number, sha256 } = await runRetention(late, { dryRun: false });

  const certificate = await getCertificate(db, String(number));
  const events = await sql<{ facts: { sha256: string } }>`select facts from platform.event
    where kind = 'rights.retention-run' and facts->>'number' = ${number}`.execute(db);

  expect(number).toMatch(/^CNX-2126-\d{4}$/);
  const text = certificateText(certificate.sheet as Parameters<typeof certificateText>[0]);
  expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  expect(events.rows[0]?.facts.sha256).toBe(sha256);
  expect(text).not.toMatch(/0900|Mẫu/);
});

test('PDP-05 what a legal hold keeps is skipped, and reported with the reason', async () => {
  const organisationId = await anOrganisation('HTX Được Giữ');
  const input = AskForData.parse({ kind: 'delete', wish: 'Ba', name: 'Người Hỏi Mẫu', contact: '0900', consent: 'co' });
  const code = await askForData(early, input, { address: 'ba' });
  await placeRequest(early, code, { allianceCode: '', organisationId });
  await actOnRequest(early, code, { act: 'answer', note: 'Đã xóa', ground: '' });
  await holdData(early, { organisationId, holdId: '', kind: 'loan', reason: 'Hồ sơ vay số 5', ground: 'Hợp đồng 5' });

  const { lines } = await runRetention(late, { dryRun: false });

  const line = lines.find(({ code: rule }) => rule === 'request-words');
  expect(line?.held.map(({ reason }) => reason)).toEqual(['Hồ sơ vay số 5']);
  expect((await getRequest(db, code)).wish).toBe('Ba');
});

test('PDP-05 a restored backup erases again what its ledger, and a younger one beside it, name', async () => {
  const one = await closedRequest('Bốn');
  const two = await closedRequest('Năm');
  await runRetention(late, { dryRun: false });
  const young = await ledger(db);
  // As a backup of before would bring it back.
  await sql`update rights.request set wish = 'Bốn', contact = '0900', erased_at = null, erased_by = null where code in (${one}, ${two})`.execute(
    db,
  );

  const lines = await reapplyDeletions(early, young);

  expect(lines).toBeGreaterThanOrEqual(young.length);
  for (const code of [one, two]) expect(await getRequest(db, code)).toMatchObject({ wish: '', contact: '' });
  expect(JSON.stringify(young)).not.toMatch(/0900|Mẫu/);
});

test('PDP-05 only the administrator of the system removes, and nobody edits a certificate or the ledger', async () => {
  const officer = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-QB' }] });

  await expect(runRetention(officer, { dryRun: true })).rejects.toMatchObject({
    refusal: { code: 'platform.access.denied' },
  });
  await expect(reapplyDeletions(officer, [])).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
  await expect(sql`update rights.retention_run set sha256 = ''`.execute(db)).rejects.toThrow(/permission denied/);
  await expect(sql`delete from rights.deletion`.execute(db)).rejects.toThrow(/permission denied/);
});
