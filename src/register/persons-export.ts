import { createHash } from 'node:crypto';
import { z } from 'zod';
import { csvFile } from '#kernel/csv.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Refused } from '#kernel/refusal.ts';
import { findLastDecision, findOpenProposal } from '#platform/access/four-eyes.server.ts';
import type { Proposal } from '#platform/access/four-eyes.ts';
import { permits } from '#platform/access/permissions.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadSubject } from '#platform/privacy/reading.ts';
import type { WantedExport } from './four-eyes.ts';
import { EXPORT } from './four-eyes.ts';
import type { ListAddress } from './list-address.ts';
import { readListAddress } from './list-address.ts';
import { columnsShown } from './list-columns.ts';
import { EXPORT_ROWS_MAX, fileTable, listNames, markedTable, xlsxFile } from './list-file.ts';
import type { ListView } from './list-view.ts';
import { readPersonsView } from './list-view.ts';
import { fieldLabels } from './messages.vi.ts';
import { listText, personsExportText as text } from './messages-pages.vi.ts';
import { requireRegisterSomewhere } from './permissions.ts';
import { peopleOf } from './personal-reads.ts';

const UUID = z.uuid();

/** What an export would hold: the rows, and whose names and telephones are among them. */
export interface PersonsToExport {
  readonly view: ListView;
  readonly people: readonly ReadSubject[];
  /** Names the very people, whatever is known of them: who approves, approves these. */
  readonly hash: string;
}

export async function readPersonsToExport(ctx: Ctx, address: ListAddress): Promise<PersonsToExport> {
  const view = await readPersonsView(ctx, address, EXPORT_ROWS_MAX);
  const people = peopleOf(view.page.rows);
  const ids = people.map(({ id }) => id).sort();
  return { view, people, hash: createHash('sha256').update(ids.join('\n')).digest('hex') };
}

/** The same for what was proposed, as it is now. */
export async function readProposedExport(ctx: Ctx, { search }: WantedExport): Promise<PersonsToExport> {
  return await readPersonsToExport(ctx, readListAddress(new URLSearchParams(search)));
}

/** Why what was proposed cannot be approved any more: it would hold other people than the proposer said. */
export function changedRefusal(proposal: Proposal<WantedExport>, now: PersonsToExport): Refusal | undefined {
  if (now.hash === proposal.seenHash) return undefined;
  const facts = { before: proposal.payload.people, after: now.people.length };
  return { code: 'register.persons-export.changed-since-proposal', facts };
}

/** The columns that were asked for, with those of persons at the end. */
export async function personsFile(
  { view }: PersonsToExport,
  { search, format }: WantedExport,
  mark: string,
): Promise<Uint8Array> {
  const asked = columnsShown(readListAddress(new URLSearchParams(search)).columns, view.alliances.length);
  const columns = [...asked.filter((column) => !column.isPersonal), ...columnsShown(['dai-dien', 'dien-thoai'], 1)];
  const table = fileTable(view.page.rows, columns, listNames(view), fieldLabels.name ?? '');
  return format === 'csv'
    ? csvFile(markedTable(table, text.markLabel, mark))
    : await xlsxFile(table, listText.area, mark);
}

/** The proposal of an export, for its proposer and for those who may decide it; to everybody else there is none. */
export async function getExportProposal(ctx: Ctx, exportId: string): Promise<Proposal<WantedExport>> {
  requireRegisterSomewhere(ctx, 'register.propose-personal-export');
  const found = UUID.safeParse(exportId).success
    ? ((await findOpenProposal(ctx, EXPORT, exportId)) ?? (await findLastDecision(ctx, EXPORT, exportId)))
    : undefined;
  const isOwn = found?.proposerId === ctx.actor.accountId;
  if (!found || !(isOwn || permits(ctx.actor, EXPORT.approving, found.scope)))
    throw new Refused({ code: 'platform.proposal.not-found', facts: {} });
  return { ...found, payload: EXPORT.payload.parse(found.payload) };
}
