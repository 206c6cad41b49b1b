import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { getOrganisation } from '#register/public.ts';
import type { Entry, OrganisationId } from './model.ts';

/** An organisation whose managers, assets or facts are being written. */
export interface Held {
  readonly id: OrganisationId;
  readonly allianceId: string;
  readonly allianceCode: string;
}

/** The organisation, held until the transaction ends; refused as not found when it is out of reach. */
export async function holdForEntries(tx: Tx, id: OrganisationId): Promise<Held> {
  await sql`select from register.organisation where id = ${id} for update`.execute(tx);
  const { allianceCode, allianceId } = (await getOrganisation(tx, id)).head;
  return { id, allianceId, allianceCode };
}

type Values = Readonly<Record<string, string | number | bigint | null>>;

interface Written {
  readonly subject: Entry['subject'];
  readonly rowId: string;
  readonly act: Entry['act'];
  /** Null: there was nothing before, or is nothing after. */
  readonly before: Values | null;
  readonly after: Values | null;
  readonly reason?: string;
}

/**
 * Keeps in the history what became of a row, and in the record of acts that it was done; the record names the fields and
 * none of their values, which may be names of persons.
 */
export async function noteEntry(tx: Tx, ctx: Ctx, held: Held, written: Written): Promise<void> {
  const { subject, rowId, act, before, after, reason = '' } = written;
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const text = (value: Values[string] | undefined) => (value === null || value === undefined ? null : String(value));
  const fields = Object.fromEntries(
    names
      .map((name) => [name, [text(before?.[name]), text(after?.[name])]] as const)
      .filter(([, [old, next]]) => old !== next),
  );
  await sql`insert into compliance.change (id, organisation_id, alliance_id, subject, row_id, act, fields, reason, recorded_at, recorded_by)
    values (${ctx.newId()}, ${held.id}, ${held.allianceId}, ${subject}, ${rowId}, ${act}, ${JSON.stringify(fields)}::jsonb,
      ${reason}, ${ctx.now}, ${ctx.actor.name})`.execute(tx);
  await record(tx, ctx, 'compliance.entry-written', held.id, { subject, act, row: rowId, fields: Object.keys(fields) });
}

/** Someone wrote the row since it was looked at. */
export function changedMeanwhile(): Refused {
  return new Refused({ code: 'compliance.entry.changed-meanwhile', facts: {} });
}

export function entryGone(): Refused {
  return new Refused({ code: 'compliance.entry.gone', facts: {} });
}
