import { assert } from '#kernel/assert.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { Ctx, Scope } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { ListedAct, Proposal, ProposalId, ProposalState } from './four-eyes.ts';
import { closedRefusal, deciderRefusal, findListedAct, listedActs, WAITS_HOURS } from './four-eyes.ts';
import { text } from './messages.vi.ts';
import { permits, requireGrant } from './permissions.ts';

/**
 * Acts that need two people. A slice lists its act with `listedAct` and writes two commands:
 *
 *   propose-x   checks everything that the act itself would check, then `propose(tx, ctx, ACT, …)`
 *   approve-x   `const { proposal, both } = await approve(tx, ctx, ACT, id)`, compares `proposal.seenHash` with what is
 *               there now, and does the act with `both`, in the same transaction
 *
 * Declining and withdrawing are the same for every act: `declineProposal`, `withdrawProposal`. The page draws
 * `ui/proposal-panel.tsx`. That the proposer never decides is kept by the database as well; two who decide at once queue
 * for the row, and the second is told what the first did.
 */

const HOUR_MS = 3_600_000;
const LISTED_MAX = 200;

export interface Proposed<Payload> {
  readonly scope: Scope;
  readonly subject: string;
  readonly payload: Payload;
  readonly words: string;
  readonly seen: unknown;
  readonly seenHash: string;
  readonly note: string;
}

/** Puts an act before a second person. Refused without the right, without an account, and while one like it is open. */
export async function propose<Payload>(
  tx: Tx,
  ctx: Ctx,
  act: ListedAct<Payload>,
  wish: Proposed<Payload>,
): Promise<ProposalId> {
  requireGrant(ctx, act.proposing, wish.scope);
  const { accountId, name } = ctx.actor;
  if (accountId === null) throw new Refused({ code: 'platform.proposal.no-account', facts: {} });
  await writeExpired(tx, ctx, act.name, wish.subject);
  const id = ctx.newId<'platform.proposal'>();
  const payload = act.payload.parse(wish.payload);
  const expiresAt = new Date(ctx.now.getTime() + WAITS_HOURS * HOUR_MS);
  const added = await sql`
    insert into platform.proposal (id, act, scope, subject, payload, words, seen, seen_hash, note, state,
      proposed_at, proposed_by, proposer_id, expires_at)
    values (${id}, ${act.name}, ${wish.scope}, ${wish.subject}, ${JSON.stringify(payload)}::jsonb, ${wish.words},
      ${JSON.stringify(wish.seen ?? null)}::jsonb, ${wish.seenHash}, ${wish.note}, 'open',
      ${ctx.now}, ${name}, ${accountId}, ${expiresAt})
    on conflict (act, subject) where state = 'open' do nothing`.execute(tx);
  if (added.numAffectedRows !== 1n) throw new Refused({ code: 'platform.proposal.already-open', facts: {} });
  const facts = { proposal: id, act: act.name, what: wish.words, hash: wish.seenHash, note: wish.note };
  await record(tx, ctx, 'platform.act-proposed', wish.subject, facts);
  return id;
}

export interface Approved<Payload> {
  readonly proposal: Proposal<Payload>;
  /** The approver with the role that the proposer brought along: for carrying out the act, and nothing else. */
  readonly both: Ctx;
}

/**
 * Approves in the transaction in which the act is then done, and holds the proposal until that ends. Refuses the proposer,
 * whoever lacks the right at its scope, and what was decided or has expired meanwhile.
 */
export async function approve<Payload>(
  tx: Tx,
  ctx: Ctx,
  act: ListedAct<Payload>,
  id: ProposalId,
): Promise<Approved<Payload>> {
  await hold(tx, id);
  const proposal = await decidable(tx, ctx, act, id);
  await decide(tx, ctx, proposal, 'approved', '');
  await record(tx, ctx, 'platform.act-approved', proposal.subject, factsOf(proposal));
  return { proposal, both: carriedOutBy(ctx, act, proposal) };
}

/** What `approve` would answer or refuse now, without deciding: for work that goes before the transaction of the act. */
export async function decidable<Payload>(
  db: ReadDb,
  ctx: Ctx,
  act: ListedAct<Payload>,
  id: ProposalId,
): Promise<Proposal<Payload>> {
  const proposal = await find(db, ctx, id);
  if (proposal.act !== act.name) throw new Refused({ code: 'platform.proposal.not-found', facts: {} });
  refuseIf(deciderRefusal(ctx.actor, act, proposal));
  refuseIf(closedRefusal(proposal));
  return { ...proposal, payload: act.payload.parse(proposal.payload) };
}

/** Says no, with the reason that the proposer will read. */
export async function declineProposal(ctx: Ctx, id: ProposalId, reason: string): Promise<void> {
  await ctx.transact(async (tx) => {
    await hold(tx, id);
    const proposal = await find(tx, ctx, id);
    refuseIf(deciderRefusal(ctx.actor, actOf(proposal), proposal));
    refuseIf(closedRefusal(proposal));
    await decide(tx, ctx, proposal, 'declined', reason);
    await record(tx, ctx, 'platform.act-declined', proposal.subject, { ...factsOf(proposal), reason });
  });
}

/** Takes back what one has proposed oneself. */
export async function withdrawProposal(ctx: Ctx, id: ProposalId): Promise<void> {
  await ctx.transact(async (tx) => {
    await hold(tx, id);
    const proposal = await find(tx, ctx, id);
    if (ctx.actor.accountId !== proposal.proposerId)
      throw new Refused({ code: 'platform.proposal.withdrawal.denied', facts: { proposedBy: proposal.proposedBy } });
    refuseIf(closedRefusal(proposal));
    await decide(tx, ctx, proposal, 'withdrawn', '');
    await record(tx, ctx, 'platform.act-withdrawn', proposal.subject, factsOf(proposal));
  });
}

/** The command line did the act itself: what waited for a second person is over. */
export async function closeProposal(tx: Tx, ctx: Ctx, act: ListedAct, subject: string): Promise<void> {
  await sql`update platform.proposal set state = 'expired', decided_at = ${ctx.now}, decided_by = ${ctx.actor.name}
    where act = ${act.name} and subject = ${subject} and state = 'open'`.execute(tx);
}

/** The proposal that waits for a second person; undefined when none does. */
export async function findOpenProposal<Payload>(
  ctx: Pick<Ctx, 'read' | 'now'>,
  act: ListedAct<Payload>,
  subject: string,
): Promise<Proposal<Payload> | undefined> {
  const [found] = await rowsOf(ctx.read, ctx.now, sql`act = ${act.name} and subject = ${subject} and state = 'open'`);
  if (found?.state !== 'open') return undefined;
  return { ...found, payload: act.payload.parse(found.payload) };
}

/** The proposal of that id; refused when there is none. */
export async function getProposal(ctx: Ctx, id: ProposalId): Promise<Proposal> {
  return await find(ctx.read, ctx, id);
}

/** What was decided, or expired, last about the subject; undefined when nothing ever was. */
export async function findLastDecision(
  ctx: Pick<Ctx, 'read' | 'now'>,
  act: ListedAct,
  subject: string,
): Promise<Proposal | undefined> {
  const all = await rowsOf(ctx.read, ctx.now, sql`act = ${act.name} and subject = ${subject}`, 5);
  return all.find(({ state }) => state !== 'open');
}

/** What this person may see of all proposals: those at scopes where they may propose or approve, and their own. */
export async function listProposals(ctx: Ctx): Promise<readonly Proposal[]> {
  const all = await rowsOf(ctx.read, ctx.now, sql`true`, LISTED_MAX);
  return all.filter((proposal) => {
    const act = findListedAct(proposal.act);
    if (!act) return false;
    if (proposal.proposerId === ctx.actor.accountId) return true;
    return [act.proposing, act.approving].some((right) => permits(ctx.actor, right, proposal.scope));
  });
}

/** How many proposals wait for this very person. Costs no statement for whoever may approve nothing. */
export async function countWaiting(ctx: Ctx): Promise<number> {
  if (!mayDecideSomething(ctx)) return 0;
  const open = await rowsOf(ctx.read, ctx.now, sql`state = 'open' and expires_at > ${ctx.now}`, LISTED_MAX);
  return open.filter((proposal) => waitsFor(ctx, proposal)).length;
}

/** Whether it waits for this person's decision. */
export function waitsFor(ctx: Pick<Ctx, 'actor'>, proposal: Proposal): boolean {
  const act = findListedAct(proposal.act);
  return act !== undefined && proposal.state === 'open' && !deciderRefusal(ctx.actor, act, proposal);
}

/** Whether the actor has any part in any listed act. */
export function takesPart(ctx: Pick<Ctx, 'actor'>): boolean {
  return (
    ctx.actor.accountId !== null &&
    listedActs().some((act) => hasSome(ctx, act.proposing) || hasSome(ctx, act.approving))
  );
}

function mayDecideSomething(ctx: Pick<Ctx, 'actor'>): boolean {
  return ctx.actor.accountId !== null && listedActs().some((act) => hasSome(ctx, act.approving));
}

function hasSome(ctx: Pick<Ctx, 'actor'>, right: ListedAct['approving']): boolean {
  return ctx.actor.grants.some((grant) => permits(ctx.actor, right, grant.scope));
}

function actOf(proposal: Proposal): ListedAct {
  const act = findListedAct(proposal.act);
  assert(act, `${proposal.act} is a listed act`);
  return act;
}

function carriedOutBy<Payload>(ctx: Ctx, act: ListedAct<Payload>, { scope }: Proposal): Ctx {
  const covers = ctx.actor.grants.find((grant) => grant.scope === scope)?.covers ?? [];
  const grants = [...ctx.actor.grants, { role: act.carriedOutAs, scope, covers }];
  return { ...ctx, actor: { ...ctx.actor, grants } };
}

function factsOf(proposal: Proposal) {
  return { proposal: proposal.id, act: proposal.act, what: proposal.words, proposedBy: proposal.proposedBy };
}

async function decide(
  tx: Tx,
  ctx: Ctx,
  proposal: Proposal,
  state: Exclude<ProposalState, 'open' | 'expired'>,
  note: string,
): Promise<void> {
  await sql`update platform.proposal set state = ${state}, decided_at = ${ctx.now}, decided_by = ${ctx.actor.name},
      decider_id = ${ctx.actor.accountId}, decision_note = ${note} where id = ${proposal.id}`.execute(tx);
}

/** One that nobody decided in time makes room for the next. */
async function writeExpired(tx: Tx, ctx: Ctx, act: string, subject: string): Promise<void> {
  await sql`update platform.proposal set state = 'expired', decided_at = ${ctx.now}, decided_by = ${text.expiry}
    where act = ${act} and subject = ${subject} and state = 'open' and expires_at <= ${ctx.now}`.execute(tx);
}

/** Holds the row until the transaction ends: who comes second reads what the first has decided. */
async function hold(tx: Tx, id: ProposalId): Promise<void> {
  await sql`select from platform.proposal where id = ${id} for update`.execute(tx);
}

async function find(db: ReadDb, ctx: Ctx, id: ProposalId): Promise<Proposal> {
  const [found] = await rowsOf(db, ctx.now, sql`id = ${id}`);
  if (!found) throw new Refused({ code: 'platform.proposal.not-found', facts: {} });
  return found;
}

async function rowsOf(db: ReadDb, now: Date, where: ReturnType<typeof sql>, rowsMax = 1): Promise<readonly Proposal[]> {
  const { rows } = await sql<Proposal>`
    select id, act, scope, subject, payload, words, seen, seen_hash as "seenHash", note, state,
      proposed_at as "proposedAt", proposed_by as "proposedBy", proposer_id as "proposerId", expires_at as "expiresAt",
      decided_at as "decidedAt", decided_by as "decidedBy", decision_note as "decisionNote"
    from platform.proposal where ${where} order by coalesce(decided_at, proposed_at) desc, id desc limit ${rowsMax}`.execute(
    db,
  );
  return rows.map((row) => (row.state === 'open' && row.expiresAt <= now ? { ...row, state: 'expired' } : row));
}
