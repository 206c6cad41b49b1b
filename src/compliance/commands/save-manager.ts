import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { addDays } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { day, dayOrNone, line } from '../form-fields.ts';
import { formWords as words } from '../messages.vi.ts';
import type { OrganisationId } from '../model.ts';
import { requireComplianceOf } from '../permissions.ts';
import { listManagers } from '../queries.ts';
import { managerRefusal } from '../rules.ts';
import { changedMeanwhile, entryGone, holdForEntries, noteEntry } from '../writing.ts';

export const SaveManager = z.object({
  /** Empty: somebody new. */
  rowId: z.union([z.literal(''), z.uuid()]).default(''),
  seenVersion: z.coerce.number().int().default(0),
  role: z.enum(
    [
      'board-chair',
      'board-member',
      'director',
      'deputy-director',
      'control-head',
      'control-member',
      'controller',
      'chief-accountant',
      'accountant',
    ],
    { error: words.roleMissing },
  ),
  fullName: line.pipe(z.string().min(1, { error: words.nameMissing })),
  termFrom: day,
  /** The last day of the term; empty: not stated. */
  termLast: dayOrNone,
  qualification: z.enum(['none', 'elementary', 'intermediate', 'college', 'university', 'postgraduate', 'unknown'], {
    error: words.qualificationMissing,
  }),
  training: line,
});

/** Writes who holds an office of the organisation, anew or over what stood there; the history keeps both. */
export async function saveManager(
  ctx: Ctx,
  organisationId: OrganisationId,
  input: z.output<typeof SaveManager>,
): Promise<void> {
  await ctx.transact(async (tx) => {
    const held = await holdForEntries(tx, organisationId);
    requireComplianceOf(ctx, 'compliance.keep-entries', held.allianceCode);
    const { rowId, seenVersion, role, fullName, termFrom, termLast, qualification, training } = input;
    const termUntil = termLast === null ? null : addDays(termLast, 1);
    refuseIf(managerRefusal({ fullName, termFrom, termUntil, training }, ctx.today));
    const before =
      rowId === '' ? null : ((await listManagers(tx, organisationId)).find(({ id }) => id === rowId) ?? null);
    if (rowId !== '' && before === null) throw entryGone();
    if (before !== null && before.version !== seenVersion) throw changedMeanwhile();
    const after = { role, fullName, termFrom, termUntil, qualification, training };
    const id = before?.id ?? ctx.newId<'compliance.manager'>();
    const at = { now: ctx.now, by: ctx.actor.name };
    await sql`insert into compliance.manager (id, organisation_id, alliance_id, role, full_name, term_from, term_until,
        qualification, training, version, created_at, created_by, updated_at, updated_by)
      values (${id}, ${held.id}, ${held.allianceId}, ${role}, ${fullName}, ${termFrom}, ${termUntil}, ${qualification},
        ${training}, 1, ${at.now}, ${at.by}, ${at.now}, ${at.by})
      on conflict (organisation_id, id) do update set role = excluded.role, full_name = excluded.full_name,
        term_from = excluded.term_from, term_until = excluded.term_until, qualification = excluded.qualification,
        training = excluded.training, version = manager.version + 1, updated_at = excluded.updated_at,
        updated_by = excluded.updated_by`.execute(tx);
    const { id: _, version: __, ...old } = before ?? { id: null, version: null };
    await noteEntry(tx, ctx, held, {
      subject: 'manager',
      rowId: id,
      act: before === null ? 'added' : 'changed',
      before: before === null ? null : old,
      after,
    });
  });
}
