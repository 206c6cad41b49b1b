import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { countOrNone, line, whichRow } from '../form-fields.ts';
import { formWords as words } from '../messages.vi.ts';
import type { OrganisationId } from '../model.ts';
import { requireComplianceOf } from '../permissions.ts';
import { listAssets } from '../queries.ts';
import { assetRefusal } from '../rules.ts';
import { changedMeanwhile, entryGone, holdForEntries, noteEntry } from '../writing.ts';

export const SaveAsset = z.object({
  ...whichRow,
  kind: z.enum(['machine', 'irrigation', 'processing', 'vehicle', 'storage', 'building', 'computer', 'other'], {
    error: words.kindMissing,
  }),
  title: line.pipe(z.string().min(1, { error: words.titleMissing })),
  madeYear: z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .pipe(z.string().regex(/^(\d{4})?$/, { error: words.yearWrong }))
    .transform((typed) => (typed === '' ? null : Number(typed))),
  origin: z.enum(['own', 'state', 'gift', 'rented', 'unknown'], { error: words.originMissing }),
  valueDong: countOrNone.transform((text) => (text === null ? null : BigInt(text))),
  state: z.enum(['good', 'worn', 'broken'], { error: words.stateMissing }),
  needs: line,
});

/** Writes an asset of the organisation, anew or over what stood there; the history keeps both. */
export async function saveAsset(
  ctx: Ctx,
  organisationId: OrganisationId,
  input: z.output<typeof SaveAsset>,
): Promise<void> {
  await ctx.transact(async (tx) => {
    const held = await holdForEntries(tx, organisationId);
    requireComplianceOf(ctx, 'compliance.keep-entries', held.allianceCode);
    const { rowId, seenVersion, ...after } = input;
    refuseIf(assetRefusal(after, ctx.today));
    const before =
      rowId === '' ? null : ((await listAssets(tx, organisationId)).find(({ id }) => id === rowId) ?? null);
    if (rowId !== '' && before === null) throw entryGone();
    if (before !== null && before.version !== seenVersion) throw changedMeanwhile();
    const { kind, title, madeYear, origin, valueDong, state, needs } = after;
    const id = before?.id ?? ctx.newId<'compliance.asset'>();
    const [now, by] = [ctx.now, ctx.actor.name];
    await sql`insert into compliance.asset (id, organisation_id, alliance_id, kind, title, made_year, origin, value_dong,
        state, needs, version, created_at, created_by, updated_at, updated_by)
      values (${id}, ${held.id}, ${held.allianceId}, ${kind}, ${title}, ${madeYear}, ${origin}, ${valueDong}, ${state},
        ${needs}, 1, ${now}, ${by}, ${now}, ${by})
      on conflict (organisation_id, id) do update set kind = excluded.kind, title = excluded.title,
        made_year = excluded.made_year, origin = excluded.origin, value_dong = excluded.value_dong, state = excluded.state,
        needs = excluded.needs, version = asset.version + 1, updated_at = excluded.updated_at,
        updated_by = excluded.updated_by`.execute(tx);
    const was = before && {
      kind: before.kind,
      title: before.title,
      madeYear: before.madeYear,
      origin: before.origin,
      valueDong: before.valueDong,
      state: before.state,
      needs: before.needs,
    };
    const act = before === null ? 'added' : 'changed';
    await noteEntry(tx, ctx, held, { subject: 'asset', rowId: id, act, before: was, after });
  });
}
