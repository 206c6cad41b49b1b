import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { anAllianceId, aRow, savedRows } from '#register/testing.ts';
import '../kept.ts';
import { ActOnRequest, actOnRequest } from './commands/act-on-request.ts';
import { GiveConsents, giveConsents } from './commands/give-consents.ts';
import { holdData } from './commands/hold-data.ts';
import { placeRequest } from './commands/place-request.ts';
import { withdrawConsent } from './commands/withdraw-consent.ts';
import { AskForData, askForData, followRequest, withdrawContact } from './public-desk.ts';
import { consentsOf, consentTexts, getRequest, holdsInForce, listRequests } from './queries.ts';

const system = await testSystem();
const admin = testCtx(system);
const on = (today: string, code = 'LMHTX-QB') =>
  testCtx(system, { today, name: 'Cán bộ', grants: [{ role: 'officer', scope: `alliance:${code}` }] });
const officer = on('2026-03-02');
const visitor = testCtx(system, { today: '2026-03-02', name: 'Khách', grants: [] });
let organisationId = '';

beforeAll(async () => {
  await savedRows(admin, await anAllianceId(admin), [aRow({ representativeName: 'Người Đại Diện Mẫu' })]);
  const found = await sql<{ id: string }>`select id from register.organisation`.execute(system.app.kysely);
  organisationId = found.rows[0]?.id ?? '';
});

let senders = 0;
async function asked(says: Partial<Parameters<typeof AskForData.parse>[0] & object> = {}): Promise<string> {
  senders += 1;
  const input = AskForData.parse({ kind: 'delete', unit: 'LMHTX-QB', wish: 'Xóa số điện thoại của tôi', ...says });
  return await askForData(visitor, input, { address: `10.0.0.${senders}` });
}
const acted = async (code: string, says: object, ctx = officer) =>
  await actOnRequest(ctx, code, ActOnRequest.parse(says));

describe('consent', () => {
  const given = (says: object = {}) =>
    GiveConsents.parse({
      organisationId,
      personRole: 'representative',
      personName: 'Người Ký Mẫu',
      givenOn: '2026-03-02',
      channel: 'paper',
      ...says,
    });

  test('PDP-03 each purpose is agreed to by itself, in the version of that day, and taken back by one act without a reason', async () => {
    await giveConsents(officer, given({ purposes: ['portrait'] }));
    const [consent] = await consentsOf(officer.read, organisationId);

    await withdrawConsent(officer, { organisationId, consentId: consent?.id ?? '', channel: 'in-person' });

    expect(consent).toMatchObject({
      purpose: 'portrait',
      version: 1,
      channel: 'paper',
      givenBy: 'Cán bộ',
      withdrawnOn: null,
    });
    const [after] = await consentsOf(officer.read, organisationId);
    expect(after).toMatchObject({ withdrawnOn: '2026-03-02', withdrawnBy: 'Cán bộ' });
    await expect(
      withdrawConsent(officer, { organisationId, consentId: consent?.id ?? '', channel: 'web' }),
    ).rejects.toMatchObject({ refusal: { code: 'rights.consent.not-in-force' } });
  });

  test('PDP-03 nothing is agreed to by default: a form without a tick keeps nothing and withholds nothing', async () => {
    const before = (await consentsOf(officer.read, organisationId)).length;

    expect(given().purposes).toEqual([]);
    expect(await giveConsents(officer, given())).toBe(0);
    expect((await consentsOf(officer.read, organisationId)).length).toBe(before);
    expect(AskForData.parse({ kind: 'view', wish: 'x' }).consent).toBeUndefined();
  });

  test('PDP-03 the texts are of one purpose each, say all that a person must know, and say that refusing costs nothing', async () => {
    const texts = await consentTexts(admin.read, officer.today);

    expect(texts.length).toBeGreaterThanOrEqual(4);
    expect(new Set(texts.map(({ purpose }) => purpose)).size).toBe(texts.length);
    for (const text of texts) {
      const { what, why, who, howLong, yourRights, withdrawing, ifRefused } = text;
      expect(
        [what, why, who, howLong, yourRights, withdrawing, ifRefused].map((part) => part.length > 20),
      ).not.toContain(false);
      expect(ifRefused).toMatch(/vẫn/);
    }
  });

  test('PDP-03 the same agreement twice, a day to come, and a purpose without a text are refused', async () => {
    await giveConsents(officer, given({ purposes: ['public-name'] }));

    await expect(giveConsents(officer, given({ purposes: ['public-name'] }))).rejects.toMatchObject({
      refusal: { code: 'rights.consent.in-force' },
    });
    await expect(giveConsents(officer, given({ givenOn: '2026-03-03', purposes: ['portrait'] }))).rejects.toMatchObject(
      { refusal: { code: 'rights.consent.in-future' } },
    );
    await expect(giveConsents(officer, given({ purposes: ['mọi việc'] }))).rejects.toMatchObject({
      refusal: { code: 'rights.consent.no-text' },
    });
  });

  test('PDP-03 an officer of another alliance records nothing here', async () => {
    await expect(giveConsents(on('2026-03-02', 'LMHTX-NA'), given({ purposes: ['portrait'] }))).rejects.toMatchObject({
      refusal: { code: 'rights.organisation.unknown' },
    });
  });
});

describe('requests', () => {
  test('PDP-03 who refuses the consent to be reached is served all the same, and nothing of them is kept', async () => {
    const code = await asked({ name: 'Người Hỏi Mẫu', contact: '0900 000 000' });

    const request = await getRequest(officer.read, code);

    expect(request).toMatchObject({ requesterName: '', contact: '', kind: 'delete', closedAt: null });
    expect((await followRequest(visitor, code)).clocks.answer.dueOn).toBe('2026-03-04');
  });

  test('PDP-03 who agreed is kept with the version of the text, and goes at one tap', async () => {
    const code = await asked({ name: 'Người Hỏi Mẫu', contact: '0900 000 000', consent: 'co' });
    const before = await getRequest(officer.read, code);

    await withdrawContact(visitor, code);

    const after = await getRequest(officer.read, code);
    expect(before).toMatchObject({ requesterName: 'Người Hỏi Mẫu', contact: '0900 000 000' });
    expect(after).toMatchObject({ requesterName: '', contact: '', closedAt: null });
    expect((await followRequest(visitor, code)).hasContact).toBe(false);
  });

  test('PDP-04 the clock starts at receipt; the holder of the receipt sees state and clock, and no words of a person', async () => {
    const code = await asked({ name: 'Người Hỏi Mẫu', contact: '0900 000 000', consent: 'co' });
    await acted(code, { act: 'acknowledge', note: 'Đã gọi lại 0900 000 000' });

    const seen = await followRequest(visitor, ` ${code.toUpperCase()} `);

    expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(seen).toMatchObject({
      receivedAt: visitor.now,
      clocks: { answer: { state: 'met' }, execute: { left: 20 } },
    });
    expect(JSON.stringify(seen)).not.toMatch(/0900|Mẫu|số điện thoại/);
    await expect(followRequest(visitor, 'aaaa-aaaa-aaaa-aaaa')).rejects.toMatchObject({
      refusal: { code: 'rights.request.not-found' },
    });
  });

  test('PDP-04 an officer asks for proof, notes how it was checked, answers; each act is recorded without personal words', async () => {
    const code = await asked({ kind: 'view', name: 'Người Hỏi Mẫu', contact: '0900 000 000', consent: 'co' });
    await acted(code, { act: 'ask-identity', note: 'Gọi lại số trong sổ bộ 0900 000 000' });
    await acted(code, { act: 'prove-identity', note: 'Gặp trực tiếp' }, on('2026-03-10'));
    await acted(code, { act: 'answer', note: 'Đã đọc cho nghe' }, on('2026-03-20'));

    const request = await getRequest(officer.read, code);
    const events = await sql<{ facts: object; kind: string }>`
      select kind, facts from platform.event where subject_id = ${request.id} order by kind desc`.execute(
      system.app.kysely,
    );

    expect(request.outcome).toBe('whole');
    expect((await followRequest(on('2026-06-01'), code)).clocks.execute.state).toBe('met');
    expect(events.rows.map(({ kind }) => kind)).toEqual([
      'rights.request-received',
      ...Array(3).fill('rights.request-acted-on'),
    ]);
    expect(JSON.stringify(events.rows)).not.toMatch(/0900|Mẫu|Gọi lại|Xóa số/);
    await expect(acted(code, { act: 'acknowledge' })).rejects.toMatchObject({
      refusal: { code: 'rights.request.closed' },
    });
  });

  test('PDP-04 a legal hold on the organisation leaves only a partial answer with its reason', async () => {
    const code = await asked();
    await placeRequest(officer, code, { allianceCode: '', organisationId });
    await holdData(officer, {
      organisationId,
      holdId: '',
      kind: 'award',
      reason: 'Quyết định khen thưởng số 12',
      ground: 'Luật 06/2022/QH15',
    });

    await expect(acted(code, { act: 'answer', note: 'Đã xóa' })).rejects.toMatchObject({
      refusal: { code: 'rights.request.held', facts: { reason: 'Quyết định khen thưởng số 12' } },
    });
    await acted(code, {
      act: 'answer-in-part',
      note: 'Đã xóa số điện thoại, giữ tên trong quyết định',
      ground: 'Luật 06/2022/QH15',
    });

    expect((await getRequest(officer.read, code)).outcome).toBe('part');
    const [hold] = await holdsInForce(officer.read, organisationId);
    await holdData(officer, { organisationId, holdId: hold?.id ?? '', kind: 'award', reason: '', ground: '' });
    expect(await holdsInForce(officer.read, organisationId)).toEqual([]);
  });

  test('PDP-04 a hold needs a reason and a ground', async () => {
    const wanted = { organisationId, holdId: '', kind: 'loan' as const };

    await expect(holdData(officer, { ...wanted, reason: '', ground: 'x' })).rejects.toMatchObject({
      refusal: { code: 'rights.hold.reason-needed' },
    });
    await expect(holdData(officer, { ...wanted, reason: 'x', ground: '' })).rejects.toMatchObject({
      refusal: { code: 'rights.hold.ground-needed' },
    });
  });

  test('PDP-04 a request is seen and handled where it was sent to, by nobody of another alliance or of the cluster', async () => {
    const code = await asked();
    const lost = await asked({ unit: '' });
    const leader = testCtx(system, { grants: [{ role: 'leader', scope: 'cluster:CUM-BTB' }] });

    // Beyond the reach there is no such request; within the cluster's reach it is not theirs to handle.
    await expect(acted(code, { act: 'acknowledge' }, on('2026-03-02', 'LMHTX-NA'))).rejects.toMatchObject({
      refusal: { code: 'rights.request.not-found' },
    });
    await expect(acted(code, { act: 'acknowledge' }, leader)).rejects.toMatchObject({
      refusal: { code: 'platform.access.denied' },
    });
    await expect(acted(lost, { act: 'acknowledge' })).rejects.toMatchObject({
      refusal: { code: 'rights.request.not-found' },
    });
    await expect(placeRequest(officer, code, { allianceCode: 'LMHTX-NA', organisationId: '' })).rejects.toMatchObject({
      refusal: { code: 'platform.access.denied' },
    });
    await placeRequest(admin, lost, { allianceCode: 'LMHTX-QB', organisationId: '' });
    await acted(lost, { act: 'acknowledge' });
    expect((await listRequests(on('2026-03-02', 'LMHTX-NA').read, 'all', 100)).length).toBe(0);
  });

  test('PDP-04 a program that fills the hidden field keeps nothing; a twenty-first request within the hour is refused', async () => {
    const count = async () => (await listRequests(admin.read, 'all', 1000)).length;
    const before = await count();

    await asked({ website: 'https://a.example' });
    expect(await count()).toBe(before);

    const input = AskForData.parse({ kind: 'view', wish: 'Xem' });
    const sender = { address: '10.9.9.9' };
    for (let at = 0; at < 20; at += 1) await askForData(visitor, input, sender);
    await expect(askForData(visitor, input, sender)).rejects.toMatchObject({
      refusal: { code: 'rights.request.too-many' },
    });
    expect(await count()).toBe(before + 20);
    const kept = await sql`select 1 from rights.request_attempt where sender_hash like '%10.9.9.9%'`.execute(
      system.app.kysely,
    );
    expect(kept.rows).toEqual([]);
  });
});
