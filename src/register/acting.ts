import type { Id } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { COUNTED_FIELDS, ORGANISATIONS } from './fields.ts';
import { fold, ledgerRefusal } from './ledger.ts';
import type { NewAct } from './life.ts';
import type { ActKind, ActRecord, CountedValues, Facts, OrganisationId } from './model.ts';
import type { KnownRecord, PlannedChange } from './planning.ts';
import { changedFields } from './planning.ts';
import { lockRegister, readRecordsById } from './records.ts';
import { dayRefusal } from './rules.ts';
import { rewriteSpans } from './spans.ts';
import { writeChanges } from './writing.ts';

type AllianceId = Id<'organisations.alliance'>;

/** An act to be recorded; also one of the past. */
export interface ActEntry {
  readonly organisationId: OrganisationId;
  readonly act: Exclude<ActKind, 'establish'>;
  /** The first day on which it holds. */
  readonly effectiveOn: IsoDate;
  /** Decision, notice or other ground: number, day, who. */
  readonly evidence: string;
  readonly values?: CountedValues;
  /** Who takes over, of a merger, consolidation, division, separation or conversion. */
  readonly successors?: readonly OrganisationId[];
}

/**
 * Records acts, of any number of organisations in a handful of statements: each with its day and ground, in a ledger that
 * stays lawful up to its newest act. The record follows: its status and values are what the ledger says at its end. All or
 * none; the caller has checked who acts.
 */
export async function recordActs(tx: Tx, ctx: Ctx, entries: readonly ActEntry[]): Promise<void> {
  const byOrganisation = Map.groupBy(entries, (entry) => entry.organisationId);
  const held = await holdOrganisations(tx, [...byOrganisation.keys()]);
  const changes = held.map(({ allianceId, isDemo, record }) => {
    const mine = byOrganisation.get(record.id as OrganisationId) ?? [];
    for (const entry of mine) refuseIf(entryRefusal(entry, ctx.today));
    const add = mine.map(({ organisationId: _, ...entry }) => ({ ...entry, isDayStated: true }));
    return { allianceId, isDemo, change: plannedActs(record, { add, takeBack: [] }) };
  });
  await writeActsByHand(tx, ctx, changes);
}

/** Whatever order the acts are in: a day that can be, and a ground. */
export function entryRefusal(entry: Pick<ActEntry, 'effectiveOn' | 'evidence'>, today: IsoDate): Refusal | undefined {
  const unlawful = dayRefusal(entry.effectiveOn, today);
  if (unlawful) return { ...unlawful, facts: { ...unlawful.facts, field: 'effectiveOn' } };
  return entry.evidence.trim() === ''
    ? { code: 'register.status.evidence-missing', facts: { field: 'evidence' } }
    : undefined;
}

/** New acts of one organisation and acts that no longer stand; a new one that corrects another takes its place. */
export interface ActsPlan {
  readonly add: readonly NewAct[];
  readonly takeBack: readonly string[];
  readonly takeBackReason?: string;
}

/** The change that these acts make of a record; refused when an act, also a later one, could no longer follow. */
export function plannedActs(record: KnownRecord, plan: ActsPlan): PlannedChange {
  const { acts } = record;
  const next = actsAfter(acts, plan);
  refuseIf(ledgerRefusal(acts, next));
  const facts = { ...record.facts, ...factsFollowing(record.facts, acts, next) };
  return {
    subjectId: record.id,
    rowNo: null,
    isCreation: false,
    facts,
    fields: changedFields(ORGANISATIONS, record.facts, facts, {}),
    life: plan,
    evidence: '',
  };
}

/** The ledger as it will stand. */
export function actsAfter(acts: readonly ActRecord[], plan: ActsPlan): readonly ActRecord[] {
  const newest = acts.reduce((top, act) => Math.max(top, act.sequence), 0);
  return [
    ...acts.filter((act) => !plan.takeBack.includes(act.id)),
    ...plan.add.map((act, place) => ({
      id: `new-${place}`,
      act: act.act,
      effectiveOn: act.effectiveOn,
      isDayStated: act.isDayStated,
      changeId: '',
      sequence: newest + 1 + place,
      values: act.values ?? {},
    })),
  ];
}

const LAST_DAY = '9999-12-31' as IsoDate;

/** What of the record follows from the ledger and is no longer what it was. */
function factsFollowing(facts: Facts, before: readonly ActRecord[], next: readonly ActRecord[]): Facts {
  const [was, is] = [fold(before, { on: LAST_DAY }), fold(next, { on: LAST_DAY })];
  if (!is) return {};
  const founded = (acts: readonly ActRecord[]) => acts.find((act) => act.act === 'establish')?.effectiveOn;
  const isMoved = was?.by !== is.by || was.since !== is.since;
  const values = COUNTED_FIELDS.filter(
    ({ column }) =>
      (was?.values[column as keyof CountedValues] ?? null) !== (is.values[column as keyof CountedValues] ?? null),
  );
  return {
    ...(isMoved ? { status: is.status, statusSince: is.by === 'establish' ? null : is.since } : {}),
    ...(founded(before) === founded(next)
      ? {}
      : { establishedOn: founded(next) ?? facts.establishedOn ?? null, establishedPrecision: 'day' }),
    ...Object.fromEntries(values.map(({ name, column }) => [name, is.values[column as keyof CountedValues] ?? null])),
  };
}

/** A planned change with whose register it is in. */
export interface OwnedChange {
  readonly allianceId: AllianceId;
  readonly isDemo: boolean;
  readonly change: PlannedChange;
}

/** Writes changes of acts by hand, each in the register of its alliance. */
export async function writeActsByHand(tx: Tx, ctx: Ctx, owned: readonly OwnedChange[]): Promise<void> {
  for (const [allianceId, changes] of Map.groupBy(owned, (one) => one.allianceId)) {
    const isDemo = changes.every((one) => one.isDemo);
    const origin = { allianceId, isDemo, importId: null, fileName: '', sheet: '', periodCode: null };
    await writeChanges(
      tx,
      ctx,
      ORGANISATIONS,
      { ...origin, source: 'manual' },
      changes.map((one) => one.change),
    );
  }
}

interface HeldRecord {
  readonly allianceId: AllianceId;
  readonly isDemo: boolean;
  readonly record: KnownRecord;
}

/** Locks the registers these organisations are in, then reads what is true. One that is not there is refused as not found. */
async function holdOrganisations(tx: Tx, ids: readonly OrganisationId[]): Promise<readonly HeldRecord[]> {
  for (const allianceId of new Set((await headsOf(tx, ids)).map((head) => head.allianceId).sort()))
    await lockRegister(tx, allianceId);
  const heads = new Map((await headsOf(tx, ids)).map((head) => [head.id, head]));
  const records = await readRecordsById(tx, ORGANISATIONS, ids, '');
  if (records.length < ids.length) throw new Refused({ code: 'register.organisation.not-found', facts: {} });
  return records.flatMap((record) => {
    const head = heads.get(record.id);
    return head ? [{ allianceId: head.allianceId, isDemo: head.isDemo, record }] : [];
  });
}

async function headsOf(db: ReadDb, ids: readonly string[]) {
  const found = await sql<{ id: string; allianceId: AllianceId; isDemo: boolean }>`
    select id, alliance_id as "allianceId", is_demo as "isDemo" from register.organisation
     where id = any(${ids}::uuid[]) and deleted_at is null`.execute(db);
  return found.rows;
}

/** All that an alliance has goes to another from a day on. */
export interface Move {
  readonly fromAllianceId: AllianceId;
  readonly toAllianceId: AllianceId;
  readonly effectiveOn: IsoDate;
  /** The ground: number and day of the decision. */
  readonly reason: string;
}

/**
 * Moves every organisation and credit fund of one alliance to another: an act `change` for each organisation from that day
 * (or from its founding, when that is later), then the owner of the records. The past stays with the old alliance. A
 * handful of statements; the caller has checked who acts. Answers how many moved.
 */
export async function moveOrganisations(
  tx: Tx,
  ctx: Ctx,
  move: Move,
): Promise<{ readonly organisations: number; readonly funds: number }> {
  const { fromAllianceId, toAllianceId } = move;
  for (const allianceId of [fromAllianceId, toAllianceId].sort()) await lockRegister(tx, allianceId);
  const found = await sql<{ id: string }>`
    select id from register.organisation where alliance_id = ${fromAllianceId} and deleted_at is null order by id`.execute(
    tx,
  );
  const ids = found.rows.map((row) => row.id);
  await writeMoves(tx, ctx, move, ids);
  const owner = sql`alliance_id = ${toAllianceId}, version = version + 1, updated_at = ${ctx.now}, updated_by = ${ctx.actor.name}`;
  await sql`update register.organisation set ${owner} where alliance_id = ${fromAllianceId}`.execute(tx);
  const funds = await sql`update register.credit_fund set ${owner} where alliance_id = ${fromAllianceId}`.execute(tx);
  await rewriteSpans(tx, ids);
  return { organisations: ids.length, funds: Number(funds.numAffectedRows ?? 0n) };
}

async function writeMoves(tx: Tx, ctx: Ctx, move: Move, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = JSON.stringify(ids.map((id) => ({ organisation: id, change_id: ctx.newId(), act_id: ctx.newId() })));
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as given (organisation uuid, change_id uuid, act_id uuid)`;
  await sql`
    insert into register.change (id, organisation_id, alliance_id, source, is_creation, fields, recorded_at, recorded_by)
    select change_id, organisation, ${move.fromAllianceId}, 'manual', false, '{}', ${ctx.now}, ${ctx.actor.name} from ${given}`.execute(
    tx,
  );
  await sql`
    insert into register.act
      (id, organisation_id, alliance_id, act, effective_on, is_day_stated, evidence, change_id, recorded_at, recorded_by, "values")
    select given.act_id, given.organisation, ${move.fromAllianceId}, 'change', greatest(${move.effectiveOn}::date, founding.effective_on),
           true, ${move.reason}, given.change_id, ${ctx.now}, ${ctx.actor.name}, ${JSON.stringify({ alliance_id: move.toAllianceId })}::jsonb
      from ${given}
      join register.act founding on founding.organisation_id = given.organisation and founding.act = 'establish'
       and founding.undone_at is null`.execute(tx);
}
