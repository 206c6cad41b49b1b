import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { problems } from '#platform/api/problem.server.ts';
import { Day, DecimalText, Moment } from '#platform/api/schemas.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { formatFigureRef, publicLineage } from '#reporting/public.ts';
import type { PublishedLineage } from './lineage.ts';
import { lineageJson, lineageOf, trimmedLineage } from './lineage.ts';
import type { SnapshotFigure, SnapshotFile } from './model.ts';
import { mayFollow, requireToSeeReviews } from './permissions.ts';
import type { LockedReview } from './queries.ts';
import { listLockedReviews, lockByHash, seesCall, snapshotById } from './queries.ts';
import { snapshotBytes } from './snapshot.ts';

const Hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const Lock = z
  .object({
    hash: Hash,
    cluster: z.string(),
    period: z.string(),
    version: z.number().int(),
    lockedAt: Moment,
    reason: z.string().nullable().describe('Vì sao đính chính bản trước; null: bản đầu'),
  })
  .meta({ id: 'Lock' });

const Amounts = z.object({
  total: DecimalText.nullable(),
  byUnit: z.record(z.string(), DecimalText.nullable()),
  coverage: z.object({ have: z.number().int(), of: z.number().int() }),
});

const SnapshotUnit = z.object({
  code: z.string(),
  name: z.string(),
  provinceName: z.string(),
  isSubmitted: z.boolean(),
  submittedAt: z.string().nullable(),
});

const Definition = z.object({
  code: z.string(),
  version: z.number().int(),
  name: z.string(),
  unit: z.string(),
  formCode: z.string(),
  aggregation: z.string(),
  definition: z.string(),
});

const PublicSnapshot = z
  .object({
    ...Lock.shape,
    isDemo: z.boolean(),
    clusterName: z.string(),
    firstDay: Day,
    lastDay: Day,
    units: z.array(SnapshotUnit),
    definitions: z.array(Definition),
    figures: z.record(
      z.string(),
      z.object({ current: Amounts, lastYear: Amounts, plan: Amounts, counted: Amounts.nullable() }),
    ),
  })
  .meta({ id: 'Snapshot' });

const Link = z.object({
  kind: z.enum(['article', 'snapshot', 'consolidation', 'submission', 'value', 'workbook', 'register']),
  title: z.string(),
  detail: z.string(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  href: z.string().nullable(),
});

const FigureDetail = z
  .object({
    figure: z.string().describe('Tên của số, ví dụ HTX.SO/LMHTX-NA@2024-H1'),
    name: z.string(),
    unit: z.string(),
    place: z.string(),
    amount: DecimalText.nullable(),
    text: z.string(),
    counted: DecimalText.nullable().describe('Số đếm từ sổ bộ đứng cạnh số báo cáo'),
    coverage: z.object({ have: z.number().int(), of: z.number().int() }),
    snapshot: z
      .object({ hash: z.string(), version: z.number().int(), amount: DecimalText.nullable(), text: z.string() })
      .nullable(),
    parts: z.array(z.object({ figure: z.string(), amount: DecimalText.nullable() })),
    links: z.array(Link).describe('Chuỗi nguồn, mới nhất trước; mắt cuối là gốc'),
  })
  .meta({ id: 'Figure' });

const HashParams = z.object({ hash: Hash });
const tags = ['Bản khóa'];

/**
 * Locked reviews. Their figures, definitions and units are public; the file that `hopluc verify` proves also names who
 * sent what, and is for those who have an office.
 */
export const reviewApi: ApiSlice = async (api) => {
  api.get(
    '/snapshots',
    {
      schema: { tags, summary: 'Các bản khóa, mới nhất trước', response: { 200: z.object({ items: z.array(Lock) }) } },
    },
    async ({ ctx }) => ({ items: (await listLockedReviews(ctx.widened('published-figures').read)).map(lockCard) }),
  );

  api.get(
    '/snapshots/:hash',
    {
      schema: {
        tags,
        summary: 'Số liệu và định nghĩa của một bản khóa',
        params: HashParams,
        response: { 200: PublicSnapshot, ...problems },
      },
    },
    async ({ ctx, params }, reply) => {
      const { lock, file } = await getLocked(ctx.widened('published-figures').read, params.hash);
      reply.header('cache-control', 'public, max-age=86400');
      return publicFace(lock, file);
    },
  );

  api.get(
    '/snapshots/:hash/file',
    {
      schema: {
        tags,
        summary: 'Tệp snapshot.json nguyên vẹn của bản khóa',
        security: [{ session: [] }],
        params: HashParams,
      },
    },
    async ({ ctx, params }, reply) => {
      requireToSeeReviews(ctx);
      const { file } = await getLocked(ctx.read, params.hash);
      return reply.type('application/json').send(Buffer.from(snapshotBytes(file)));
    },
  );

  api.get(
    '/figures/:figure',
    {
      schema: {
        tags,
        summary: 'Một số liệu với chuỗi nguồn; người ngoài thấy đến tổng của tỉnh trong bản khóa',
        params: z.object({ figure: z.string().max(120).describe('Mã hóa dấu / thành %2F') }),
        querystring: z.object({ cluster: z.string().max(40).optional() }),
        response: { 200: FigureDetail, ...problems },
      },
    },
    async ({ ctx, params, query }) => {
      const lineage = await lineageOf(ctx.widened('cluster-counts').read, params.figure, query.cluster);
      return figureFace(await shownTo(ctx, lineage, query.cluster));
    },
  );
};

/** The whole chain for the offices of its unit, without its end for those of its cluster, what was locked for everybody. */
async function shownTo(ctx: Ctx, lineage: PublishedLineage, cluster: string | undefined): Promise<PublishedLineage> {
  const { unit, period } = lineage.figure.ref;
  if (!(await seesCall(ctx.read, period, cluster)))
    return await publishedFace(ctx.widened('published-figures').read, lineage);
  return mayFollow(ctx.actor, unit) ? lineage : trimmedLineage(lineage);
}

function figureFace(lineage: PublishedLineage): z.output<typeof FigureDetail> {
  const json = lineageJson(lineage);
  return { ...json, links: json.links.map((link) => ({ ...link })) };
}

/** What was locked, as it was locked, and the chain without persons and workbooks; nothing that was never locked. */
async function publishedFace(db: ReadDb, lineage: PublishedLineage): Promise<PublishedLineage> {
  const { lock, figure } = lineage;
  if (!lock) throw new Refused({ code: 'review.figure.not-found', facts: { figure: formatFigureRef(figure.ref) } });
  const { file } = await getLocked(db, lock.hash);
  const open = publicLineage(lineage);
  const amountOf = (indicator: string, unit: string | null) => {
    const current = file.snapshot.figures[indicator]?.current;
    return (unit === null ? current?.total : current?.byUnit[unit]) ?? null;
  };
  const spread = file.snapshot.figures[figure.ref.indicator]?.current;
  return {
    ...open,
    lock,
    figure: {
      ...open.figure,
      amount: lock.amount,
      text: lock.text,
      counted: null,
      coverage: spread?.coverage ?? figure.coverage,
    },
    parts: open.parts.map((part) => ({ ...part, amount: amountOf(part.ref.indicator, part.ref.unit) })),
    links: [...lineage.links.slice(0, 1).map((link) => ({ ...link, by: null, href: null })), ...open.links],
  };
}

async function getLocked(db: ReadDb, hash: string): Promise<{ lock: LockedReview; file: SnapshotFile }> {
  const lock = await lockByHash(db, hash);
  const file = lock && (await snapshotById(db, lock.id));
  if (!lock || !file) throw new Refused({ code: 'review.snapshot.not-found', facts: { hash } });
  return { lock, file };
}

function lockCard(lock: LockedReview): z.output<typeof Lock> {
  return {
    hash: lock.hash,
    cluster: lock.clusterCode,
    period: lock.periodCode,
    version: lock.version,
    lockedAt: lock.lockedAt.toISOString(),
    reason: lock.reason || null,
  };
}

function publicFace(lock: LockedReview, { snapshot }: SnapshotFile): z.output<typeof PublicSnapshot> {
  return {
    ...lockCard(lock),
    isDemo: snapshot.isDemo,
    clusterName: snapshot.cluster.name,
    firstDay: snapshot.period.firstDay,
    lastDay: snapshot.period.lastDay,
    units: snapshot.units.map((unit) => ({
      code: unit.code,
      name: unit.name,
      provinceName: unit.provinceName,
      isSubmitted: unit.submitted,
      submittedAt: unit.submittedAt,
    })),
    definitions: snapshot.definitions.map(({ code, version, name, unit, formCode, aggregation, definition }) => ({
      code,
      version,
      name,
      unit,
      formCode,
      aggregation,
      definition,
    })),
    figures: Object.fromEntries(Object.entries(snapshot.figures).map(([code, figure]) => [code, amounts(figure)])),
  };
}

function amounts({ current, lastYear, plan, counted }: SnapshotFigure) {
  const copy = (spread: NonNullable<SnapshotFigure['counted']>) => ({
    total: spread.total,
    byUnit: { ...spread.byUnit },
    coverage: spread.coverage,
  });
  return { current: copy(current), lastYear: copy(lastYear), plan: copy(plan), counted: counted && copy(counted) };
}
