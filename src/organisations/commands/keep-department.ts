import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { dayField, dayOrOpen, lineField, rankField } from '../day-field.ts';
import { formWords as words } from '../messages-pages.vi.ts';
import type { AllianceId } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';

export const KeepDepartment = z.object({
  /** '' for a new one. */
  departmentId: z.union([z.literal(''), z.uuid()]).transform((id) => id as Id<'organisations.department'> | ''),
  name: lineField(120, words.nameMissing),
  rank: rankField,
  phone: lineField(60),
  from: dayField,
  /** The day that `from` names: taken back, it never was. */
  until: dayOrOpen,
});

/** Enters a department of an alliance, or corrects one; refused when one of that name is there on the same days. */
export async function keepDepartment(
  ctx: Ctx,
  allianceId: AllianceId,
  input: z.output<typeof KeepDepartment>,
): Promise<void> {
  requireOrganisations(ctx, 'organisations.configure');
  const { departmentId, name, rank, phone, from, until } = input;
  if (until !== null && until < from)
    throw new Refused({ code: 'organisations.department.ends-before-it-begins', facts: { from, until } });
  await ctx.transact(async (tx) => {
    if (departmentId === '') {
      await sql`insert into organisations.department (id, alliance_id, name, rank, phone, valid_from, valid_until)
        values (${ctx.newId()}, ${allianceId}, ${name}, ${rank}, ${phone}, ${from}, ${until})`.execute(tx);
    } else {
      const changed = await sql`update organisations.department
        set name = ${name}, rank = ${rank}, phone = ${phone}, valid_from = ${from}, valid_until = ${until}
        where id = ${departmentId} and alliance_id = ${allianceId}`.execute(tx);
      if (changed.numAffectedRows !== 1n) throw new Refused({ code: 'organisations.department.not-found', facts: {} });
    }
    await record(tx, ctx, 'organisations.department-kept', allianceId, { name, rank, phone, from, until });
  });
}
