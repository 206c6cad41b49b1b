import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { present } from '#kernel/assert.ts';
import type { Id } from '#kernel/ids.ts';
import { isoDate } from '#kernel/time.ts';
import { appointClusterOffice } from '#organisations/public.ts';
import { declineProposal, findOpenProposal } from '#platform/access/four-eyes.server.ts';
import { addUser } from '#platform/auth/accounts.server.ts';
import { openSession } from '#platform/auth/sessions.server.ts';
import type { Ctx, Scope } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import type { Databases } from '#platform/db/open.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { folderStore } from '#platform/files/store.server.ts';
import type { OrganisationId } from '#register/public.ts';
import { anAllianceId, anExportOfTwo, aRow, savedRows } from '#register/testing.ts';
import { anOpenCall, aSubmittedUnit, CLUSTER, COOPERATIVES_2024, cooperatives } from '#reporting/testing.ts';
import { lockReview } from '#review/public.ts';
import type { ImportId } from '#workbooks/public.ts';
import { aWorkbook } from '#workbooks/testing.ts';
import { readSampleAddress } from '../src/inspection/address.ts';
import { keepSample } from '../src/inspection/commands/keep-sample.ts';
import { RecordFinding, recordFinding } from '../src/inspection/commands/record-finding.ts';
import { openApplication } from '../src/membership/commands/open-application.ts';
import { stepApplication } from '../src/membership/commands/step-application.ts';
import { checklistOn, membershipOf } from '../src/membership/queries.ts';
import { giveSignature } from '../src/people/commands/give-signature.ts';
import { announce } from '../src/portal/commands/announce.ts';
import { correctArticle } from '../src/portal/commands/correct-article.ts';
import { publishArticle } from '../src/portal/commands/publish-article.ts';
import { conferenceArticle } from '../src/portal/template/conference-article.ts';
import { attachmentsOf } from '../src/register/attachments.ts';
import { addAttachment } from '../src/register/commands/add-attachment.ts';
import { proposePersonsExport } from '../src/register/commands/propose-persons-export.ts';
import { EXPORT } from '../src/register/four-eyes.ts';
import { readListAddress } from '../src/register/list-address.ts';
import { keepPackage } from '../src/reorganisation/commands/keep-package.ts';
import { proposeMerger } from '../src/reorganisation/commands/propose-merger.ts';
import { aPlan } from '../src/reorganisation/testing.ts';
import { proposeRestatement } from '../src/review/commands/propose-restatement.ts';
import { openIncident } from '../src/rights/commands/open-incident.ts';
import { runRetention } from '../src/rights/commands/run-retention.ts';
import { askForData } from '../src/rights/public-desk.ts';
import type { System } from '../src/system.ts';
import { systemActor, systemOn } from '../src/system.ts';
import { keepUpload } from '../src/workbooks/commands/keep-upload.ts';
import { proposeUndo } from '../src/workbooks/commands/propose-undo.ts';
import { importFile } from '../src/workbooks/importing/import-file.ts';
import '../src/kept.ts';
import '../src/words.ts';
import type { Known, Who } from '../tools/matrix/model.ts';
import { COLUMNS, FAR_CLUSTER, FAR_UNIT } from '../tools/matrix/model.ts';

export const NOW = new Date('2024-07-08T09:00:00+07:00');
const LOCKED = '2024-H1';
const OPEN = '2024-H2';

export interface Arranged {
  readonly known: Known;
  /** The token of the session of each person of the matrix. */
  readonly tokens: ReadonlyMap<Who, string>;
  /** Of an administrator who gave the password and owes the second factor. */
  readonly owing: string;
}

/** Everything that the rows ask for, and one person for each column who has signed in. Through the commands of the product. */
export async function arrange(dataFolder: string): Promise<Arranged> {
  const databases = await openDatabases({ dataFolder, databaseUrl: undefined });
  try {
    const system = systemOn(databases, folderStore(path.join(dataFolder, 'files')));
    const ctx = system.ctx(systemActor('Người thử'), NOW);
    await addFarCluster(databases);
    const people = await addPeople(ctx);
    const as = (who: 'officer' | 'leader' | 'secretary' | 'head') => {
      const { role, scope } = COLUMNS[who];
      const { accountId } = present(people.get(who), 'each has an account');
      return system.ctx({ accountId, name: who, grants: [{ role, scope }] }, NOW);
    };
    const officer = as('officer');
    const lock = await aLockAndItsNews(ctx);
    const open = await anOpenPeriod(ctx, officer);
    const organisation = await anOrganisation(ctx, databases);
    const known = {
      lockedPeriod: LOCKED,
      openPeriod: OPEN,
      ...lock,
      ...(await aDraft(databases)),
      ...open,
      ...organisation,
      ...(await aMember(as('officer'), as('leader'), organisation.organisationId as OrganisationId)),
      ...(await personalData(system, officer)),
      ...(await exportsOfTwo(officer, as('leader'))),
      ...(await aPersonWhoSigns(ctx, present(people.get('leader'), 'there is a leader'))),
      ...(await proposalsOfTwo(as, open.importId)),
      ...(await aSampleWithItsFinding(ctx)),
      ...(await termsAndMergers(system, ctx, present(people.get('admin'), 'there is an administrator'))),
    };
    const owing = await addUser(ctx, { login: 'con-no', role: 'admin', scope: 'system' });
    const tokens = new Map([...people].map(([who, { token }]) => [who, token]));
    return { known, tokens, owing: await aSession(ctx, owing.accountId) };
  } finally {
    await databases.close();
  }
}

/** Another cluster with one alliance; no command makes clusters. */
async function addFarCluster({ owner }: Databases): Promise<void> {
  const [alliance, cluster] = [randomUUID(), randomUUID()];
  const [allianceCode, clusterCode] = [FAR_UNIT.slice('alliance:'.length), FAR_CLUSTER.slice('cluster:'.length)];
  await sql`insert into organisations.alliance (id, code) values (${alliance}, ${allianceCode})`.execute(owner.kysely);
  await sql`insert into organisations.alliance_version
    select (jsonb_populate_record(version, jsonb_build_object('alliance_id', ${alliance}::text))).*
      from organisations.alliance_version version join organisations.alliance near on near.id = version.alliance_id
     where near.code = 'LMHTX-HT'`.execute(owner.kysely);
  await sql`insert into organisations.cluster (id, code) values (${cluster}, ${clusterCode})`.execute(owner.kysely);
  await sql`insert into organisations.cluster_version (cluster_id, name, short_name, valid_from)
    values (${cluster}, 'Cụm ở xa', 'Cụm ở xa', '2024-01-01')`.execute(owner.kysely);
  await sql`insert into organisations.cluster_membership (cluster_id, alliance_id, valid_from)
    values (${cluster}, ${alliance}, '2024-01-01')`.execute(owner.kysely);
}

interface Person {
  readonly accountId: Id<'platform.account'>;
  readonly token: string;
}

/** Each with a session; marked as demonstration accounts, which need no second factor. */
async function addPeople(ctx: Ctx): Promise<ReadonlyMap<Who, Person>> {
  const people = new Map<Who, Person>();
  for (const [who, { role, scope }] of Object.entries(COLUMNS)) {
    if (scope === null) continue;
    const wanted = { login: who.replaceAll(' ', '-'), role, scope: scope satisfies Scope, isDemo: true };
    const { accountId } = await addUser(ctx, wanted);
    people.set(who as Who, { accountId, token: await aSession(ctx, accountId) });
  }
  return people;
}

async function aSession(ctx: Ctx, accountId: Person['accountId']): Promise<string> {
  const of = { accountId, userAgent: 'ma trận', method: 'password' } as const;
  return await ctx.transact(async (tx) => await openSession(tx, ctx.now, of));
}

async function aLockAndItsNews(ctx: Ctx): Promise<Known> {
  await anOpenCall(ctx, LOCKED);
  for (const [unit, count] of Object.entries(COOPERATIVES_2024))
    await aSubmittedUnit(ctx, unit, cooperatives(count), LOCKED);
  const { id, snapshot } = await lockReview(ctx, CLUSTER, LOCKED);
  const facts = { when: 'x', reportingUnitCode: 'LMHTX-NA', sourceLine: 'x', penName: 'x', tasks: ['x'] };
  const draft = conferenceArticle(snapshot.snapshot, facts);
  const { slug } = await publishArticle(ctx, { draft, snapshotId: id, publishedAt: ctx.now, isDemo: true });
  await announce(ctx, {
    title: 'Lịch',
    body: 'x',
    isPinned: false,
    isDemo: true,
    validFrom: ctx.today,
    validUntil: null,
  });
  const unlike = (title: string) => ({
    draft: { ...draft, title },
    snapshotId: id,
    publishedAt: ctx.now,
    isDemo: true,
  });
  const retracted = (await publishArticle(ctx, unlike('Tin rút lại'))).slug;
  await correctArticle(ctx, { note: 'x', retract: true }, retracted);
  return { snapshotId: id, hash: snapshot.hash, slug, retracted, announcement: `lich-${ctx.today}` };
}

/** No command keeps drafts yet; the table may hold them. */
async function aDraft({ owner }: Databases): Promise<Known> {
  await sql`insert into portal.article
    select (jsonb_populate_record(article, jsonb_build_object('id', ${randomUUID()}::text, 'slug', 'tin-nhap', 'state', 'draft'))).*
      from portal.article article where state = 'published' limit 1`.execute(owner.kysely);
  return { draft: 'tin-nhap' };
}

async function anOpenPeriod(ctx: Ctx, officer: Ctx): Promise<{ importId: ImportId; uploadId: string }> {
  await anOpenCall(ctx, OPEN);
  const bytes = await aWorkbook(ctx, { unitCode: 'LMHTX-NA', periodCode: OPEN, count: 2 });
  const { report } = await importFile(officer, { name: 'na.xlsx', bytes }, {});
  const uploadId = await keepUpload(officer, { file: { name: 'na-2.xlsx', bytes }, assumed: null });
  return { importId: present(report.importId, `imported: ${JSON.stringify(report)}`), uploadId };
}

/** Of the officer, with whoever represents the organisations of NA: one that was made, one that the leader declined. */
async function exportsOfTwo(officer: Ctx, leader: Ctx): Promise<Known> {
  const address = readListAddress(new URLSearchParams());
  const wish = { format: 'csv', purpose: 'contact' } as const;
  const exportId = await anExportOfTwo(officer, leader, address, wish);
  const declinedExportId = await proposePersonsExport(officer, address, { ...wish, note: '' });
  const { id } = present(await findOpenProposal(leader, EXPORT, declinedExportId), 'what was proposed waits');
  await declineProposal(leader, id, 'x');
  return { exportId, declinedExportId, exportProposalId: id };
}

/** Somebody of NA who is none of the persons that ask, and to whom the leader has given a signature. */
async function aPersonWhoSigns(ctx: Ctx, leader: Person): Promise<Known> {
  const scope = COLUMNS.leader.scope;
  const { accountId } = await addUser(ctx, { login: 'nguoi-ky', role: 'officer', scope, isDemo: true });
  const delegationId = await giveSignature(ctx, {
    fromAccountId: leader.accountId,
    toAccountId: accountId,
    kind: 'KT',
    scope,
    acts: ['reporting.submit-unit'],
    firstDay: ctx.today,
    lastDay: ctx.today,
    fromTitle: 'Chủ tịch',
    toTitle: 'Phó Chủ tịch',
    signerName: 'x',
    ground: 'x',
  });
  return { personId: accountId, leaderId: leader.accountId, delegationId };
}

type As = (who: 'officer' | 'leader' | 'secretary' | 'head') => Ctx;

/** Each proposed by one and declined by the other, so that who asks later is told of their right and changes nothing. */
async function proposalsOfTwo(as: As, importId: ImportId): Promise<Known> {
  const proposalId = await proposeRestatement(as('secretary'), CLUSTER, LOCKED, { reason: 'x' });
  await declineProposal(as('head'), proposalId, 'x');
  const undoProposalId = await proposeUndo(as('officer'), importId, { note: '' });
  await declineProposal(as('leader'), undoProposalId, 'x');
  return { proposalId, undoProposalId };
}

/** A term of the own cluster, a package of its head, a merger that one administrator proposed and another declined. */
async function termsAndMergers(system: System, ctx: Ctx, admin: Person): Promise<Known> {
  const from = isoDate('2024-01-01');
  const deputy = { clusterCode: CLUSTER, office: 'deputy', allianceCode: 'LMHTX-HT', personId: null } as const;
  const termId = await appointClusterOffice(ctx, { ...deputy, validFrom: from, validUntil: null });
  const packageId = await keepPackage(ctx, CLUSTER);
  const grants = [{ role: 'admin', scope: 'system' }] as const;
  const other = await addUser(ctx, { login: 'quan-tri-hai', ...grants[0], isDemo: true });
  const [one, two] = [other, admin].map(({ accountId }) => system.ctx({ accountId, name: 'x', grants }, NOW));
  const plan = aPlan(ctx, { kind: 'rename', sources: ['LMHTX-TH'], successor: 'LMHTX-TH', effectiveOn: ctx.today });
  const mergerProposal = await proposeMerger(present(one, 'there are two'), plan, '');
  await declineProposal(present(two, 'there are two'), mergerProposal, 'x');
  return { termId, packageId, mergerId: plan.mergerId, mergerProposal };
}

/** A sample of one organisation of the own unit, with something to be mended. */
async function aSampleWithItsFinding(ctx: Ctx): Promise<Known> {
  const sampleId = await keepSample(ctx, readSampleAddress(new URLSearchParams('hat=x&co=1&lien-minh=LMHTX-NA')));
  const finding = RecordFinding.parse({ result: 'wrong', note: 'x', task: 'x', mendedBy: 'x', dueOn: ctx.today });
  await recordFinding(ctx, sampleId, 1, finding);
  return { sampleId };
}

async function anOrganisation(ctx: Ctx, { owner }: Databases): Promise<Known> {
  await savedRows(ctx, await anAllianceId(ctx, 'LMHTX-NA'), [aRow({ code: '2900000001' })]);
  const found = await sql<{ id: string }>`
    select id from register.organisation where code = '2900000001'`.execute(owner.kysely);
  const organisationId = present(found.rows[0], 'an organisation was saved').id;
  const conflicts: Record<string, string> = {};
  // A conflict is decided once, so each person has one of their own.
  for (const who of Object.keys(COLUMNS)) {
    const id = randomUUID();
    conflicts[`conflictId ${who}`] = id;
    await sql`insert into register.field_conflict (id, organisation_id, alliance_id, period_code, field, kept, incoming, recorded_at, recorded_by)
      select ${id}, id, alliance_id, '', 'note', '"a"', '"b"', now(), 'x'
        from register.organisation where id = ${organisationId}`.execute(owner.kysely);
  }
  return { organisationId, ...conflicts };
}

/** The organisation is a member of its alliance, with the dossier that led there, its receipt, and a file beside its record. */
async function aMember(officer: Ctx, leader: Ctx, organisationId: OrganisationId): Promise<Known> {
  const items = (await checklistOn(officer.read, officer.today)).map(({ code }) => code);
  const on = isoDate('2024-06-20');
  const receiptCode = await openApplication(officer, { organisationId, appliedOn: on, present: items });
  for (const [at, move] of (['accept', 'submit', 'approve', 'admit'] as const).entries()) {
    const [application] = (await membershipOf(officer.read, organisationId)).applications;
    const applicationId = present(application, 'a dossier was received').id;
    const who = move === 'approve' ? leader : officer;
    const step = { effectiveOn: on, paperNo: 'x', note: '', seenVersion: at + 1 };
    await stepApplication(who, { organisationId, applicationId, move, ...step });
  }
  const bytes = new TextEncoder().encode('%PDF-1.4');
  await addAttachment(officer, { id: organisationId, title: 'x', fileName: 'x.pdf', bytes });
  const { applications, members } = await membershipOf(officer.read, organisationId);
  return {
    receiptCode,
    applicationId: present(applications[0], 'a dossier was received').id,
    memberId: present(members[0], 'it is a member').id,
    attachmentId: present((await attachmentsOf(officer.read, organisationId))[0], 'a file was added').id,
  };
}

/** A request and an incident of NA, and a certificate: of the hash of a sender, which is kept for a day. */
async function personalData(system: System, officer: Ctx): Promise<Known> {
  const wanted = { kind: 'view', wish: 'x', name: '', contact: '', website: '' } as const;
  const sender = { address: '203.0.113.1' };
  const before = system.ctx(systemActor('Người thử'), new Date(NOW.getTime() - 48 * 3_600_000));
  await askForData(before, { ...wanted, unit: '' }, sender);
  const requestCode = await askForData(officer, { ...wanted, unit: 'LMHTX-NA' }, sender);
  const incidentNumber = await openIncident(officer, { unit: 'LMHTX-NA', title: 'x', detected: '', note: '' });
  const { number } = await runRetention(system.ctx(systemActor('Người thử'), NOW), { dryRun: false });
  return { requestCode, incidentNumber, certificateNumber: present(number, 'something was due') };
}
