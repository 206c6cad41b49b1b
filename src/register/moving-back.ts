import type { Id } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { lockRegister } from './records.ts';
import { rewriteSpans } from './spans.ts';

type AllianceId = Id<'organisations.alliance'>;

/** Everything an alliance has in the register, what was deleted included. */
export interface Holding {
  readonly organisations: readonly string[];
  readonly funds: readonly string[];
}

export async function holdingOf(db: ReadDb, allianceId: AllianceId): Promise<Holding> {
  const found = await sql<{ organisations: string[]; funds: string[] }>`
    select array(select id from register.organisation where alliance_id = ${allianceId} order by id)::text[] as organisations,
           array(select id from register.credit_fund where alliance_id = ${allianceId} order by id)::text[] as funds`.execute(
    db,
  );
  return found.rows[0] ?? { organisations: [], funds: [] };
}

/** A move as it was made: what it took, from whom to whom, at which moment. */
export interface MoveMade extends Holding {
  readonly fromAllianceId: AllianceId;
  readonly toAllianceId: AllianceId;
  readonly movedAt: Date;
}

/** How much was done since to what a move took: changes and acts recorded after it. */
export async function changesSinceMove(db: ReadDb, { organisations, funds, movedAt }: MoveMade): Promise<number> {
  const found = await sql<{ count: number }>`
    select (select count(*) from register.change where organisation_id = any(${organisations}::uuid[]) and recorded_at > ${movedAt})
         + (select count(*) from register.credit_fund_change where fund_id = any(${funds}::uuid[]) and recorded_at > ${movedAt}) as count`.execute(
    db,
  );
  return Number(found.rows[0]?.count ?? 0);
}

/** Takes a move back: its acts no longer stand, the records are the first alliance's again, its stretches as before. */
export async function moveBack(tx: Tx, ctx: Ctx, move: MoveMade): Promise<void> {
  const { fromAllianceId, toAllianceId, organisations, funds, movedAt } = move;
  for (const allianceId of [fromAllianceId, toAllianceId].sort()) await lockRegister(tx, allianceId);
  const rows = JSON.stringify(organisations.map((id) => ({ organisation: id, change_id: ctx.newId() })));
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as given (organisation uuid, change_id uuid)`;
  await sql`
    insert into register.change (id, organisation_id, alliance_id, source, is_creation, fields, recorded_at, recorded_by)
    select change_id, organisation, ${toAllianceId}, 'undo', false, '{}', ${ctx.now}, ${ctx.actor.name} from ${given}`.execute(
    tx,
  );
  await sql`
    update register.act act set undone_at = ${ctx.now}, undone_by = ${ctx.actor.name}, undone_change_id = given.change_id
      from ${given}
     where act.organisation_id = given.organisation and act.act = 'change' and act.undone_at is null
       and act.recorded_at = ${movedAt}
       and act.values = jsonb_build_object('alliance_id', ${toAllianceId}::text)`.execute(tx);
  const owner = sql`alliance_id = ${fromAllianceId}, version = version + 1, updated_at = ${ctx.now}, updated_by = ${ctx.actor.name}`;
  await sql`update register.organisation set ${owner} where id = any(${organisations}::uuid[])`.execute(tx);
  await sql`update register.credit_fund set ${owner} where id = any(${funds}::uuid[])`.execute(tx);
  await rewriteSpans(tx, organisations);
}
