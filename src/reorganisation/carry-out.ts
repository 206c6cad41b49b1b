import { present } from '#kernel/assert.ts';
import { refuseIf } from '#kernel/refusal.ts';
import { addDays } from '#kernel/time.ts';
import type { AllianceId, Traces } from '#organisations/public.ts';
import { clusterOf, getCluster, succeed } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { MoveMade } from '#register/public.ts';
import { holdingOf, moveOrganisations } from '#register/public.ts';
import { mergerCounts, mergerFacts, unitsOf } from './merger-facts.ts';
import type { MergerPlan } from './merger-model.ts';
import { mergerRefusal } from './merger-rules.ts';
import type { GivenRight } from './rights-part.ts';
import { giveTwins } from './rights-part.ts';

/** What stood before and what was moved, for taking the merger back. */
export interface MergerTraces {
  readonly spans: Traces;
  readonly moves: readonly Omit<MoveMade, 'movedAt'>[];
  readonly rights: readonly GivenRight[];
}

/** Does what a plan says, in one transaction: names and memberships, register, rights, and the row that tells of it. */
export async function carryOut(tx: Tx, ctx: Ctx, plan: MergerPlan, facts: Record<string, unknown>): Promise<void> {
  refuseIf(mergerRefusal(plan, await mergerFacts(tx, ctx, plan)));
  const counts = await mergerCounts(tx, ctx, plan);
  const { effectiveOn, decisionNo, mergerId } = plan;
  const units = await unitsOf(tx, plan);
  const ending = units.filter(({ code }) => plan.isNew || code !== plan.successor);
  const successor = plan.isNew
    ? {
        isNew: true as const,
        id: ctx.newId<'organisations.alliance'>(),
        code: plan.successor,
        clusterId: await clusterId(tx, units, plan),
      }
    : {
        isNew: false as const,
        id: present(
          units.find(({ code }) => code === plan.successor),
          'checked before',
        ).id,
      };
  const predecessors = ending.map(({ id }) => id);
  const spans = await succeed(tx, ctx, { effectiveOn, decisionNo, predecessors, successor, names: plan.names });
  const moves = await moveRegisters(tx, ctx, plan, predecessors, successor.id);
  const rights: GivenRight[] = [];
  for (const { code } of ending) rights.push(...(await giveTwins(tx, ctx, code, plan.successor)));
  if (plan.transfersCalls && !plan.isNew)
    for (const { code } of ending) rights.push(...(await giveTwins(tx, ctx, plan.successor, code)));
  const traces: MergerTraces = { spans, moves, rights };
  await sql`insert into reorganisation.merger
      (id, successor_id, effective_on, decision_no, plan, counts, traces, done_at, done_by)
    values (${mergerId}, ${successor.id}, ${effectiveOn}, ${decisionNo}, ${JSON.stringify(plan)}::jsonb,
      ${JSON.stringify(counts)}::jsonb, ${JSON.stringify(traces)}::jsonb, ${ctx.now}, ${ctx.actor.name})`.execute(tx);
  const told = {
    sources: plan.sources,
    successor: plan.successor,
    effectiveOn,
    decisionNo,
    organisations: moves.reduce((total, move) => total + move.organisations.length, 0),
    funds: moves.reduce((total, move) => total + move.funds.length, 0),
    rights: rights.length,
    ...facts,
  };
  if (plan.kind === 'merge') await record(tx, ctx, 'reorganisation.alliances-merged', mergerId, told);
  else await record(tx, ctx, 'reorganisation.alliance-renamed', mergerId, told);
}

/** The register of each alliance that ends goes to the one that goes on; the past stays with the old one. */
async function moveRegisters(
  tx: Tx,
  ctx: Ctx,
  { effectiveOn, decisionNo }: MergerPlan,
  predecessors: readonly AllianceId[],
  toAllianceId: AllianceId,
): Promise<MergerTraces['moves']> {
  const moves = [];
  for (const fromAllianceId of predecessors) {
    moves.push({ fromAllianceId, toAllianceId, ...(await holdingOf(tx, fromAllianceId)) });
    await moveOrganisations(tx, ctx, { fromAllianceId, toAllianceId, effectiveOn, reason: decisionNo });
  }
  return moves;
}

/** A new alliance joins the cluster of the first of those it comes from. */
async function clusterId(tx: Tx, units: readonly { readonly id: AllianceId }[], { effectiveOn }: MergerPlan) {
  const before = addDays(effectiveOn, -1);
  const codes: string[] = [];
  for (const { id } of units) codes.push(...[await clusterOf(tx, id, before)].filter((code) => code !== undefined));
  const [first] = codes.sort();
  return first === undefined ? null : (await getCluster(tx, first, before)).id;
}
