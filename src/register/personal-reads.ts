import type { Ctx } from '#platform/ctx.ts';
import { noteRead } from '#platform/privacy/read-log.server.ts';
import type { ReadSubject } from '#platform/privacy/reading.ts';
import type { ListAddress } from './list-address.ts';
import { columnsShown } from './list-columns.ts';
import type { ListView } from './list-view.ts';
import type { ListedOrganisation } from './listing-model.ts';
import type { OrganisationView } from './organisation-view.ts';

/** Keeps that the person saw who represents the organisation, where there was somebody to see. */
export async function noteProfileRead(ctx: Ctx, view: OrganisationView, context: 'profile' | 'edit'): Promise<void> {
  const { head, facts } = view.card;
  const isShown = view.may.seePersons && (facts.representativeName !== '' || facts.workPhone !== '');
  await noteRead(ctx, {
    context,
    purpose: context === 'edit' ? 'keep-record' : 'open-record',
    subjects: isShown ? [{ id: head.id, allianceId: head.allianceId }] : [],
  });
}

/** Keeps whose names and telephones a page of the list showed: one entry for all of them, none when those columns are off. */
export async function noteListRead(ctx: Ctx, view: ListView, address: ListAddress): Promise<void> {
  const isShown = columnsShown(address.columns, view.alliances.length).some((column) => column.isPersonal);
  const subjects = isShown ? peopleOf(view.page.rows) : [];
  await noteRead(ctx, { context: 'list', purpose: 'browse-list', subjects });
}

/** The rows with somebody on them: what the reader may not see was blanked before. */
export function peopleOf(rows: readonly ListedOrganisation[]): readonly ReadSubject[] {
  return rows
    .filter((row) => row.representativeName !== '' || row.workPhone !== '')
    .map(({ id, allianceId }) => ({ id, allianceId }));
}
