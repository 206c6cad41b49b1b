import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { addDays } from '#kernel/time.ts';
import type { Cluster, PersonId, Term } from '#organisations/public.ts';
import { appoint, dayField, endTerm, getAlliance, getCluster, holdsOn, termsOf } from '#organisations/public.ts';
import { addGrant, endOneGrant } from '#platform/auth/grants.server.ts';
import type { Ctx, Role } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { HeldGrant } from '../grants.ts';
import { grantKey, grantsAt } from '../grants.ts';
import type { HandoverId } from '../keeping.ts';
import { keepPackageRow } from '../keeping.ts';
import { packageWords } from '../messages.vi.ts';
import { handoverPackage } from '../package.ts';
import { requireOfCluster } from '../permissions.ts';

export const HandOver = z.object({
  toCode: z.string().max(40),
  /** From 00:00 of this day the old head unit only reads. */
  endsOn: dayField,
  from: dayField,
  personId: z.union([z.literal(''), z.uuid()]).transform((id) => (id === '' ? null : (id as PersonId))),
  /** Rights at the cluster that end, and rights at the new head unit whose people get one at the cluster; by `grantKey`. */
  ends: z.array(z.string()).default([]),
  gives: z.array(z.string()).default([]),
});
type Wish = z.output<typeof HandOver>;

/** Which right at the cluster somebody of the new head unit gets. */
export const ROLE_AT_CLUSTER: Readonly<Partial<Record<Role, Role>>> = { leader: 'leader', officer: 'secretary' };

/**
 * Another unit becomes head of the cluster: the old term ends, the new one begins, the rights of the old head's people at
 * the cluster end at 00:00 of that day, those of the new one's begin, and what is handed over is kept by its hash.
 */
export async function handOver(ctx: Ctx, clusterCode: string, wish: Wish): Promise<HandoverId> {
  requireOfCluster(ctx, 'reorganisation.hand-over', clusterCode);
  if (wish.endsOn < ctx.today)
    throw new Refused({ code: 'reorganisation.handover.day-is-past', facts: { field: 'endsOn', on: wish.endsOn } });
  const { bytes, listing } = await handoverPackage(ctx, clusterCode);
  const sha256 = await ctx.files.put(bytes);
  const id = ctx.newId<'reorganisation.handover'>();
  await ctx.transact(async (tx) => {
    const cluster = await getCluster(tx, clusterCode, ctx.today);
    const old = await lastHead(tx, cluster, wish.endsOn);
    if (old) await endTerm(tx, old.id, old.validFrom, wish.endsOn);
    const { toCode: allianceCode, from, personId } = wish;
    const term = { clusterCode, office: 'head', allianceCode, personId, validFrom: from, validUntil: null } as const;
    await appoint(tx, ctx, term);
    const ended = await endRights(tx, ctx, clusterCode, wish);
    const given = await giveRights(tx, ctx, clusterCode, wish);
    const to = await getAlliance(tx, allianceCode, from);
    const fileName = packageWords.fileName(clusterCode, ctx.today);
    const between = { clusterId: cluster.id, fromId: old?.allianceId ?? null, toId: to.id, endsOn: wish.endsOn };
    await keepPackageRow(tx, ctx, { id, ...between, fileName, sha256, listing });
    const facts = { from: old?.unitCode ?? '', to: allianceCode, endsOn: wish.endsOn, begins: from };
    await record(tx, ctx, 'reorganisation.handed-over', cluster.id, { ...facts, ended, given, sha256 });
  });
  return id;
}

/** The head on the day before, whose term this handover ends. */
async function lastHead(tx: Tx, cluster: Cluster, endsOn: IsoDate): Promise<Term | undefined> {
  const heads = (await termsOf(tx, cluster.id)).filter(({ office }) => office === 'head');
  return heads.find((term) => holdsOn(term, addDays(endsOn, -1))) ?? heads.find((term) => holdsOn(term, endsOn));
}

async function endRights(tx: Tx, ctx: Ctx, clusterCode: string, { ends, endsOn }: Wish): Promise<number> {
  const held = await grantsAt(tx, [`cluster:${clusterCode}`], ctx.today);
  const due = chosen(held, ends).filter(({ validUntil }) => validUntil === null || validUntil > endsOn);
  for (const grant of due) await endOneGrant(tx, ctx, grant.accountId, grant, endsOn);
  return due.length;
}

async function giveRights(tx: Tx, ctx: Ctx, clusterCode: string, { gives, toCode, from }: Wish): Promise<number> {
  const held = await grantsAt(tx, [`alliance:${toCode}`], ctx.today);
  for (const { accountId, role } of chosen(held, gives)) {
    const wanted = { role: ROLE_AT_CLUSTER[role] ?? role, scope: `cluster:${clusterCode}` };
    await addGrant(tx, accountId, { ...wanted, from, until: null });
    await record(tx, ctx, 'platform.grant-given', accountId, { ...wanted, validFrom: from });
  }
  return gives.length;
}

/** The rights that the form named; refused when one is not there any more. */
function chosen(held: readonly HeldGrant[], keys: readonly string[]): readonly HeldGrant[] {
  const byKey = new Map(held.map((grant) => [grantKey(grant), grant]));
  return keys.map((key) => {
    const found = byKey.get(key);
    if (!found) throw new Refused({ code: 'reorganisation.handover.right-is-gone', facts: {} });
    return found;
  });
}
