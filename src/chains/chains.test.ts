import { describe, expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/time.ts';
import { isoDate } from '#kernel/time.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import type { OrganisationId } from '#register/public.ts';
import { attachmentsOf } from '#register/public.ts';
import { anAllianceId, aRow, savedRows } from '#register/testing.ts';
import { addAttachment } from '../register/commands/add-attachment.ts';
import { removeAttachment } from '../register/commands/remove-attachment.ts';
import { addChain } from './commands/add-chain.ts';
import type { NewLink } from './commands/add-link.ts';
import { addLink } from './commands/add-link.ts';
import { endLink } from './commands/end-link.ts';
import { countInChains, linksOf } from './queries.ts';
import { isEvidenced, isWithin, linkDaysRefusal } from './rules.ts';
import { readChainsView } from './view.ts';

const system = await testSystem();
const officer = testCtx(system, { name: 'Cán bộ', grants: [{ role: 'officer', scope: 'alliance:LMHTX-QB' }] });
const stranger = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-QT' }] });
const leader = testCtx(system, { grants: [{ role: 'leader', scope: 'alliance:LMHTX-QB' }] });
const allianceId = await anAllianceId(officer);
const chainId = await addChain(officer, { allianceCode: 'LMHTX-QB', name: 'Chuỗi lúa', product: 'Lúa hữu cơ' });
const PERIOD = { firstDay: isoDate('2023-12-15'), lastDay: isoDate('2024-06-14') };
let count = 0;

async function anOrganisation(says: Parameters<typeof aRow>[0] = {}): Promise<OrganisationId> {
  count += 1;
  const row = aRow({ name: `HTX Chuỗi ${count}`, establishedOn: isoDate('2015-01-01'), ...says });
  return (await savedRows(officer, allianceId, [row])).rows[0]?.subjectId as OrganisationId;
}

async function link(organisationId: OrganisationId, says: Partial<NewLink> = {}) {
  return await addLink(officer, {
    organisationId,
    chainId,
    stage: 'sale',
    partner: 'Công ty Gạo sạch',
    contractNo: '05/HĐ',
    attachmentId: '',
    volume: null,
    volumeUnit: '',
    beganOn: isoDate('2024-01-10'),
    ...says,
  });
}

async function counted(period = PERIOD) {
  return present((await countInChains(officer.read, [allianceId], period)).get(allianceId), 'the alliance is counted');
}

describe('what proves a link', () => {
  test.each([
    ['Công ty', '05/HĐ', null, true],
    ['Công ty', '', 'x', true],
    ['Công ty', '', null, false],
    ['', '05/HĐ', 'x', false],
    ['', '', null, false],
  ])('REG-14 partner “%s”, contract “%s”, file %s: evidenced is %s, else it is “tự khai”', (...given) => {
    const [partner, contractNo, file, expected] = given;

    expect(isEvidenced({ partner, contractNo, attachmentId: file as null })).toBe(expected);
  });

  test.each([
    ['2023-01-01', '2023-12-14', false],
    ['2023-01-01', '2023-12-15', true],
    ['2024-06-14', null, true],
    ['2024-06-15', null, false],
  ])('REG-14 a link from %s to %s touches 15/12/2023–14/06/2024: %s', (from, until, expected) => {
    const span = { beganOn: isoDate(from), endedOn: until === null ? null : isoDate(until) };

    expect(isWithin(span, PERIOD.firstDay, PERIOD.lastDay)).toBe(expected);
  });

  test('a link neither begins nor ends on a day to come, nor ends before it began', () => {
    const today = isoDate('2024-06-24');
    const refused = (from: string, until: string | null) =>
      linkDaysRefusal(isoDate(from), until as IsoDate | null, today)?.code;

    expect(refused('2024-06-25', null)).toBe('chains.link.in-future');
    expect(refused('2024-06-01', '2024-06-25')).toBe('chains.link.in-future');
    expect(refused('2024-06-01', '2024-05-31')).toBe('chains.link.ends-before');
    expect(refused('2024-06-01', '2024-06-01')).toBeUndefined();
  });
});

test('REG-14 distinct operating cooperatives with an evidenced link are counted, beside the declared column', async () => {
  const before = await counted();
  const twice = await anOrganisation({ inValueChain: false });
  await link(twice);
  await link(twice, { stage: 'production', contractNo: '06/HĐ' });
  await link(await anOrganisation({ inValueChain: true }), { partner: '' });
  await link(await anOrganisation({ status: 'suspended', statusSince: isoDate('2024-02-01') }));
  await link(await anOrganisation({ kind: 'cooperative-group' }));
  await anOrganisation({ inValueChain: true });

  const after = await counted();
  const view = await readChainsView(officer);

  expect(after.evidenced - before.evidenced).toBe(1);
  expect(after.saidOnly - before.saidOnly).toBe(1);
  expect(view.rows).toHaveLength(1);
  expect(view.rows[0]).toMatchObject({ evidenced: after.evidenced, saidOnly: after.saidOnly, declared: 2 });
});

test('REG-14 an ended link counts for the periods that it touched and no later one', async () => {
  const before = await counted();
  const late = { firstDay: isoDate('2024-06-15'), lastDay: isoDate('2024-12-14') };
  const lateBefore = await counted(late);
  const organisationId = await anOrganisation();
  const linkId = await link(organisationId);

  await endLink(officer, { organisationId, linkId, endedOn: isoDate('2024-06-10') });

  expect((await counted()).evidenced - before.evidenced).toBe(1);
  expect((await counted(late)).evidenced - lateBefore.evidenced).toBe(0);
  await expect(endLink(officer, { organisationId, linkId, endedOn: isoDate('2024-06-11') })).rejects.toMatchObject({
    refusal: { code: 'chains.link.ended-already' },
  });
});

test('REG-14 a document taken off the record proves nothing any more: the link is “tự khai” again', async () => {
  const organisationId = await anOrganisation();
  const bytes = new TextEncoder().encode('%PDF-1.7');
  await addAttachment(officer, { id: organisationId, title: 'Hợp đồng', fileName: 'hd.pdf', bytes });
  const [file] = await attachmentsOf(officer.read, organisationId);
  const attachmentId = present(file, 'a file was added').id;
  await link(organisationId, { contractNo: '', attachmentId });
  const isProven = async () => (await linksOf(officer.read, organisationId)).map(isEvidenced);

  expect(await isProven()).toEqual([true]);
  await removeAttachment(officer, { id: organisationId, attachmentId, reason: 'tải nhầm' });
  expect(await isProven()).toEqual([false]);
  await expect(link(organisationId, { contractNo: '', attachmentId })).rejects.toMatchObject({
    refusal: { code: 'chains.link.document-gone' },
  });
});

test('REG-14 only the officers of the alliance write; another alliance sees none of it; a chain is named once', async () => {
  const organisationId = await anOrganisation();
  await link(organisationId);
  const again = { allianceCode: 'LMHTX-QB', name: 'Chuỗi lúa', product: '' };

  await expect(addChain(leader, again)).rejects.toMatchObject({ refusal: { code: 'platform.access.denied' } });
  await expect(addChain(officer, again)).rejects.toMatchObject({ refusal: { code: 'chains.chain.named-already' } });
  expect(await linksOf(stranger.read, organisationId)).toEqual([]);
});
