import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { FollowUp, KeptItem, KeptSample, SampleId } from './model.ts';
import { alliancesToReadFrom } from './permissions.ts';

const SHOWN_MAX = 500;

const SAMPLE = sql`sample.id, sample.population, sample.alliance_code as "allianceCode", sample.strata, sample.seed,
  sample.size_wanted as "sizeWanted", sample.population_count as "populationCount", sample.fingerprint, sample.columns,
  sample.drawn_at as "drawnAt", sample.drawn_by as "drawnBy", sample.conclusion, sample.concluded_at as "concludedAt",
  sample.concluded_by as "concludedBy"`;

/** A kept sample in the list: how far it is. */
export interface ListedSample extends KeptSample {
  readonly items: number;
  readonly looked: number;
  readonly wrong: number;
}

/** The samples of which the reader may see items, the newest first. */
export async function listSamples(ctx: Ctx): Promise<readonly ListedSample[]> {
  const { rows } = await sql<ListedSample>`
    select ${SAMPLE}, count(*)::int as items, count(item.result)::int as looked,
           (count(*) filter (where item.result = 'wrong'))::int as wrong
      from inspection.sample sample
      join inspection.item item on item.sample_id = sample.id
      join organisations.alliance alliance on alliance.id = item.alliance_id
     where ${readable(ctx)}
     group by sample.id order by sample.drawn_at desc, sample.id desc limit ${SHOWN_MAX}`.execute(ctx.read);
  return rows;
}

/** A sample with those of its items that the reader may see; refused when there is none. */
export async function getSample(
  ctx: Ctx,
  db: ReadDb,
  id: string,
): Promise<{ readonly sample: KeptSample; readonly items: readonly KeptItem[] }> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound();
  const { rows } = await sql<KeptSample>`
    select ${SAMPLE} from inspection.sample sample where sample.id = ${id}`.execute(db);
  const items = await itemsWhere(ctx, db, sql`item.sample_id = ${id}`);
  const [sample] = rows;
  if (!sample || items.length === 0) throw notFound();
  return { sample, items: items.toSorted((a, b) => a.itemNo - b.itemNo) };
}

/** Holds the sample until the transaction ends, so that nothing is written into one that is being concluded. */
export async function holdSample(tx: Tx, id: SampleId): Promise<void> {
  await sql`select from inspection.sample where id = ${id} for update`.execute(tx);
}

/** One item of a sample; refused when the reader may see none of that number. */
export async function getItem(ctx: Ctx, db: ReadDb, sampleId: SampleId, itemNo: number): Promise<KeptItem> {
  const [item] = await itemsWhere(ctx, db, sql`item.sample_id = ${sampleId} and item.item_no = ${itemNo}`);
  if (!item) throw notFound();
  return item;
}

/** What was found wrong, could not be checked, or has to be mended: what still waits first, by its day. */
export async function listFindings(ctx: Ctx): Promise<readonly KeptItem[]> {
  return await itemsWhere(ctx, ctx.read, sql`(item.result in ('wrong', 'unverifiable') or up.task is not null)`);
}

interface ItemRow extends Omit<KeptItem, 'followUp'>, Omit<FollowUp, 'task'> {
  readonly task: string | null;
}

async function itemsWhere(ctx: Ctx, db: ReadDb, where: ReturnType<typeof sql>): Promise<readonly KeptItem[]> {
  const { rows } = await sql<ItemRow>`
    select item.sample_id as "sampleId", item.item_no as "itemNo", item.element_id as "elementId",
           item.alliance_id as "allianceId", alliance.code as "allianceCode", item.stratum, item.href, item.cells,
           item.result, item.figure_name as "figureName", item.recorded, item.found, item.note, item.evidence,
           item.found_at as "foundAt", item.found_by as "foundBy", up.task, up.mended_by as "mendedBy",
           up.due_on as "dueOn", up.state, up.asked_at as "askedAt", up.asked_by as "askedBy", up.answer,
           up.answered_at as "answeredAt", up.answered_by as "answeredBy", up.verified_at as "verifiedAt",
           up.verified_by as "verifiedBy"
      from inspection.item item
      join organisations.alliance alliance on alliance.id = item.alliance_id
      left join inspection.follow_up up on up.sample_id = item.sample_id and up.item_no = item.item_no
     where ${where} and ${readable(ctx)}
     order by array_position(array['open', 'done', 'verified'], up.state), up.due_on, item.sample_id desc, item.item_no
     limit ${SHOWN_MAX * 4}`.execute(db);
  return rows.map(itemOf);
}

function itemOf(row: ItemRow): KeptItem {
  const {
    task,
    mendedBy,
    dueOn,
    state,
    askedAt,
    askedBy,
    answer,
    answeredAt,
    answeredBy,
    verifiedAt,
    verifiedBy,
    ...item
  } = row;
  if (task === null) return { ...item, followUp: null };
  const asked = { task, mendedBy, dueOn, state, askedAt, askedBy };
  return { ...item, followUp: { ...asked, answer, answeredAt, answeredBy, verifiedAt, verifiedBy } };
}

function readable(ctx: Ctx) {
  const reach = alliancesToReadFrom(ctx);
  return reach === 'all' ? sql`true` : sql`alliance.code = any (${reach})`;
}

function notFound(): Refused {
  return new Refused({ code: 'inspection.sample.not-found', facts: {} });
}
