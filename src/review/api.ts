import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { problems } from '#platform/api/problem.server.ts';
import { Day, DecimalText, Moment } from '#platform/api/schemas.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { canonicalJson } from './canonical-json.ts';
import type { SnapshotFigure, SnapshotFile } from './model.ts';
import { requireToSeeReviews } from './permissions.ts';
import type { LockedReview } from './queries.ts';
import { listLockedReviews, lockByHash, snapshotById } from './queries.ts';

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
    async ({ ctx }) => ({ items: (await listLockedReviews(ctx.read)).map(lockCard) }),
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
      const { lock, file } = await getLocked(ctx.read, params.hash);
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
      return reply.type('application/json').serializer(String).send(canonicalJson(file));
    },
  );
};

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
