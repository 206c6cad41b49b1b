import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { SampleAddress } from '../address.ts';
import type { SampleId } from '../model.ts';
import { requireKeeping } from '../permissions.ts';
import { readSheet } from '../sheet.ts';

/** Keeps the sample that the address draws, item by item as they stand now, so that findings can be written to them. */
export async function keepSample(ctx: Ctx, address: SampleAddress): Promise<SampleId> {
  requireKeeping(ctx);
  const { columns, draw, rows } = await readSheet(ctx, address);
  if (!draw || rows.length === 0) throw new Refused({ code: 'inspection.sample.not-drawn', facts: {} });
  const id = ctx.newId<'inspection.sample'>();
  const items = rows.map((row, at) => ({ ...row, no: at + 1 }));
  const { population, allianceCode, strata, seed, size } = address;
  await ctx.transact(async (tx) => {
    await sql`insert into inspection.sample (id, population, alliance_code, strata, seed, size_wanted, population_count,
        fingerprint, columns, drawn_at, drawn_by, drawer_id)
      values (${id}, ${population}, ${allianceCode}, ${strata}, ${seed}, ${size}, ${draw.population}, ${draw.fingerprint},
        ${JSON.stringify(columns)}::jsonb, ${ctx.now}, ${ctx.actor.name}, ${ctx.actor.accountId})`.execute(tx);
    await sql`insert into inspection.item (sample_id, item_no, element_id, alliance_id, stratum, href, cells)
      select ${id}, no, id, "allianceId", stratum, href, cells
        from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
          as row(no integer, id uuid, "allianceId" uuid, stratum text, href text, cells jsonb)`.execute(tx);
    const facts = { population, alliances: allianceCode, strata, seed, drawn: rows.length, of: draw.population };
    await record(tx, ctx, 'inspection.sample-kept', id, { ...facts, fingerprint: draw.fingerprint });
  });
  return id;
}
