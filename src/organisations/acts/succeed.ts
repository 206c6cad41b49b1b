import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { AllianceNames } from '../alliance-fields.ts';
import { versionColumns } from '../alliance-fields.ts';
import { versionsOf } from '../history.ts';
import type { AllianceId, ClusterId } from '../model.ts';
import { planVersion } from '../versions.ts';
import { nameAlliance } from './name-alliance.ts';

export interface Succession {
  readonly effectiveOn: IsoDate;
  readonly decisionNo: string;
  /** Those that end; without the one that goes on. */
  readonly predecessors: readonly AllianceId[];
  readonly successor:
    | { readonly isNew: false; readonly id: AllianceId }
    | { readonly isNew: true; readonly id: AllianceId; readonly code: string; readonly clusterId: ClusterId | null };
  /** What the one that goes on is called from that day. */
  readonly names: AllianceNames;
}

/** Spans of an alliance that end with it. Each table has `alliance_id`, `valid_from`, `valid_until`. */
const DATED = ['alliance_version', 'cluster_membership', 'cluster_office', 'position', 'department'] as const;

/** What stood before, for taking the succession back. */
export interface Traces {
  readonly ended: readonly {
    readonly table: (typeof DATED)[number];
    readonly key: string;
    readonly until: IsoDate | null;
  }[];
  /** The name that the successor had on that day; null: it is new. */
  readonly named: { readonly names: AllianceNames; readonly until: IsoDate | null } | null;
  /** The version of the successor that the new name cut. */
  readonly cut: { readonly from: IsoDate; readonly until: IsoDate | null } | null;
  readonly successorId: AllianceId;
  readonly isNew: boolean;
}

/** Alliances go on as one from a day: versions, memberships, terms, posts and departments end or begin on it. */
export async function succeed(tx: Tx, ctx: Ctx, plan: Succession): Promise<Traces> {
  const { effectiveOn: on, predecessors, successor, decisionNo } = plan;
  const ended: Traces['ended'][number][] = [];
  for (const table of DATED) ended.push(...(await endSpans(tx, table, predecessors, on)));
  await sql`update organisations.alliance set closed_on = ${on} where id = any(${predecessors}::uuid[])`.execute(tx);
  const before = successor.isNew ? null : await namedBefore(tx, successor.id, on);
  if (successor.isNew) await found(tx, plan, successor);
  else await nameAlliance(tx, successor.id, on, plan.names);
  for (const predecessor of predecessors)
    await sql`insert into organisations.alliance_succession
        (id, predecessor_id, successor_id, effective_on, decision_no, recorded_at, recorded_by)
      values (${ctx.newId()}, ${predecessor}, ${successor.id}, ${on}, ${decisionNo}, ${ctx.now}, ${ctx.actor.name})`.execute(
      tx,
    );
  return {
    ended,
    named: before?.named ?? null,
    cut: before?.cut ?? null,
    successorId: successor.id,
    isNew: successor.isNew,
  };
}

/** A new alliance begins on the day, in the cluster of those it comes from. */
async function found(
  tx: Tx,
  { effectiveOn, names }: Succession,
  { id, code, clusterId }: { id: AllianceId; code: string; clusterId: ClusterId | null },
): Promise<void> {
  await tx.insertInto('organisations.alliance').values({ id, code, founded_on: effectiveOn }).execute();
  const version = { alliance_id: id, ...versionColumns(names), valid_from: effectiveOn, valid_until: null };
  await tx.insertInto('organisations.alliance_version').values(version).execute();
  if (clusterId !== null)
    await tx
      .insertInto('organisations.cluster_membership')
      .values({ cluster_id: clusterId, alliance_id: id, valid_from: effectiveOn, valid_until: null })
      .execute();
}

/** Ends what would hold on that day or later, and answers when each was to end. */
async function endSpans(
  tx: Tx,
  table: (typeof DATED)[number],
  alliances: readonly AllianceId[],
  on: IsoDate,
): Promise<readonly Traces['ended'][number][]> {
  const beyond = sql`alliance_id = any(${alliances}::uuid[]) and (valid_until is null or valid_until > ${on})`;
  const found = await sql<{ key: string; until: IsoDate | null }>`
    select alliance_id::text || ' ' || valid_from::text || ${keyEnd(table)} as key, valid_until as until
      from ${sql.table(`organisations.${table}`)} where ${beyond} order by 1`.execute(tx);
  await sql`update ${sql.table(`organisations.${table}`)} set valid_until = greatest(valid_from, ${on}::date)
    where ${beyond}`.execute(tx);
  return found.rows.map((row) => ({ table, ...row }));
}

/** Where a span has an id of its own, its key ends with it. */
function keyEnd(table: (typeof DATED)[number]) {
  return table === 'alliance_version' || table === 'cluster_membership' ? sql`''` : sql`' ' || id::text`;
}

async function namedBefore(tx: Tx, id: AllianceId, on: IsoDate): Promise<Pick<Traces, 'named' | 'cut'>> {
  const versions = await versionsOf(tx, id);
  const { cuts, corrects } = planVersion(versions, on);
  const same = corrects ? versions.find(({ validFrom }) => validFrom === on) : undefined;
  const cut = versions.find(({ validFrom }) => validFrom === cuts);
  return {
    named: same ? { names: same, until: same.validUntil } : null,
    cut: cut ? { from: cut.validFrom, until: cut.validUntil } : null,
  };
}

/** How many spans of the traces do not stand any more as the succession left them: somebody has corrected them since. */
export async function changedSince(tx: Tx, { ended }: Traces, on: IsoDate): Promise<number> {
  let changed = 0;
  for (const table of DATED) {
    const keys = ended.filter((one) => one.table === table).map(({ key }) => key);
    const found = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(`organisations.${table}`)}
      where alliance_id::text || ' ' || valid_from::text || ${keyEnd(table)} = any(${keys}::text[])
        and valid_until = greatest(valid_from, ${on}::date)`.execute(tx);
    changed += keys.length - (found.rows[0]?.count ?? 0);
  }
  return changed;
}

/** Takes a succession back: everything holds again as long as it did. A new alliance stays known, with no day to its name. */
export async function undoSuccession(tx: Tx, ctx: Ctx, traces: Traces, on: IsoDate): Promise<void> {
  const { ended, named, cut, successorId, isNew } = traces;
  await takeBackSuccessor(tx, { successorId, isNew, named }, on);
  if (cut !== null)
    await sql`update organisations.alliance_version set valid_until = ${cut.until}
      where alliance_id = ${successorId} and valid_from = ${cut.from}`.execute(tx);
  for (const table of DATED) {
    const rows = JSON.stringify(ended.filter((one) => one.table === table));
    await sql`update ${sql.table(`organisations.${table}`)} span set valid_until = given.until
      from jsonb_to_recordset(${rows}::jsonb) as given (key text, until date)
      where given.key = span.alliance_id::text || ' ' || span.valid_from::text || ${
        table === 'alliance_version' || table === 'cluster_membership' ? sql`''` : sql`' ' || span.id::text`
      }`.execute(tx);
  }
  await sql`update organisations.alliance set closed_on = null where id in (
      select predecessor_id from organisations.alliance_succession
       where successor_id = ${successorId} and effective_on = ${on} and undone_at is null)`.execute(tx);
  await sql`update organisations.alliance_succession set undone_at = ${ctx.now}, undone_by = ${ctx.actor.name}
    where successor_id = ${successorId} and effective_on = ${on} and undone_at is null`.execute(tx);
}

async function takeBackSuccessor(
  tx: Tx,
  { successorId, isNew, named }: Pick<Traces, 'successorId' | 'isNew' | 'named'>,
  on: IsoDate,
): Promise<void> {
  if (named) {
    await nameAlliance(tx, successorId, on, named.names);
    return;
  }
  await sql`update organisations.alliance_version set valid_until = valid_from
    where alliance_id = ${successorId} and valid_from = ${on}`.execute(tx);
  if (!isNew) return;
  await sql`update organisations.cluster_membership set valid_until = valid_from
    where alliance_id = ${successorId} and valid_from = ${on}`.execute(tx);
  await sql`update organisations.alliance set closed_on = ${on} where id = ${successorId}`.execute(tx);
}
