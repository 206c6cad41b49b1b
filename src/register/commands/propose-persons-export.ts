import { z } from 'zod';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import { propose } from '#platform/access/four-eyes.server.ts';
import { permits } from '#platform/access/permissions.ts';
import { noteField } from '#platform/access/proposal-forms.ts';
import type { Ctx, Grant, Scope } from '#platform/ctx.ts';
import type { KeptExportId } from '#platform/privacy/kept-export.server.ts';
import { purposeLabels } from '#platform/privacy/messages.vi.ts';
import { ASKED_PURPOSES } from '#platform/privacy/reading.ts';
import { EXPORT } from '../four-eyes.ts';
import type { ListAddress } from '../list-address.ts';
import { firstPage, writeListAddress } from '../list-address.ts';
import { columnsShown } from '../list-columns.ts';
import { personsExportText as text } from '../messages-pages.vi.ts';
import { requireRegisterSomewhere } from '../permissions.ts';
import type { PersonsToExport } from '../persons-export.ts';
import { readPersonsToExport } from '../persons-export.ts';

export const ProposePersonsExport = z.object({
  purpose: z.enum(ASKED_PURPOSES, text.purposeMissing),
  format: z.enum(['xlsx', 'csv']),
  note: noteField,
});

const NO_GRANT: Pick<Grant, 'role' | 'scope'> = { role: 'officer', scope: 'system' };

/**
 * Puts the taking out of a list with the names and telephones of representatives before a second person of the alliance
 * whose people they are. Nothing is read out yet. What is over several alliances is for administrators only, both of them.
 */
export async function proposePersonsExport(
  ctx: Ctx,
  address: ListAddress,
  { purpose, format, note }: z.output<typeof ProposePersonsExport>,
): Promise<KeptExportId> {
  requireRegisterSomewhere(ctx, 'register.propose-personal-export');
  const found = await readPersonsToExport(ctx, address);
  refuseIf(found.people.length > 0 ? undefined : { code: 'register.persons-export.empty', facts: {} });
  const place = placeOf(ctx, found);
  const people = found.people.length;
  const exportId = ctx.newId<'privacy.kept_export'>();
  const { role, scope } = ctx.actor.grants[0] ?? NO_GRANT;
  await ctx.transact(
    async (tx) =>
      await propose(tx, ctx, EXPORT, {
        scope: place.scope,
        subject: exportId,
        payload: {
          exportId,
          search: writeListAddress(frozen(address, found, place.codes)),
          format,
          purpose,
          people,
          reader: { role, scope },
        },
        words: text.fourEyes.words(people, place.name, purposeLabels[purpose], text.formats[format]),
        seen: { people },
        seenHash: found.hash,
        note,
      }),
  );
  return exportId;
}

interface Place {
  readonly scope: Scope;
  readonly name: string;
  /** The alliances that the list is narrowed to. */
  readonly codes: readonly string[];
}

function placeOf(ctx: Ctx, { view, people }: PersonsToExport): Place {
  const ids = new Set<string>(people.map(({ allianceId }) => allianceId));
  const alliances = view.alliances.filter(({ id }) => ids.has(id));
  const [one] = alliances;
  if (one && alliances.length === 1) return { scope: `alliance:${one.code}`, name: one.shortName, codes: [one.code] };
  if (permits(ctx.actor, EXPORT.proposing, 'system'))
    return { scope: 'system', name: text.fourEyes.several(alliances.length), codes: alliances.map(({ code }) => code) };
  throw new Refused({ code: 'register.persons-export.several-alliances', facts: { count: alliances.length } });
}

/** Whoever approves reads from another place: what the address leaves open is said as the proposer saw it. */
function frozen(address: ListAddress, { view }: PersonsToExport, codes: readonly string[]): ListAddress {
  const columns = columnsShown(address.columns, codes.length).map(({ word }) => word);
  return { ...firstPage(address), alliances: codes, periodCode: view.periodCode, columns };
}
