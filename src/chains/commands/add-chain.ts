import { refuseIf } from '#kernel/refusal.ts';
import { getAlliance } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { ChainId } from '../model.ts';
import { requireKeeping } from '../permissions.ts';

export interface NewChain {
  readonly allianceCode: string;
  readonly name: string;
  readonly product: string;
}

/** Writes down a value chain that the alliance keeps; a name stands once. */
export async function addChain(ctx: Ctx, { allianceCode, name, product }: NewChain): Promise<ChainId> {
  requireKeeping(ctx, allianceCode);
  const id = ctx.newId<'chains.chain'>();
  await ctx.transact(async (tx) => {
    const alliance = await getAlliance(tx, allianceCode, ctx.today);
    const added = await sql`insert into chains.chain (id, alliance_id, name, product, created_at, created_by)
      values (${id}, ${alliance.id}, ${name}, ${product}, ${ctx.now}, ${ctx.actor.name})
      on conflict (alliance_id, name) do nothing returning id`.execute(tx);
    refuseIf(
      added.rows.length === 0 ? { code: 'chains.chain.named-already', facts: { field: 'name', name } } : undefined,
    );
    await record(tx, ctx, 'chains.chain-added', id, { name, product });
  });
  return id;
}
