import { readFile, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Ctx } from '#platform/ctx.ts';
import type { Database, ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { projectRoot } from '#platform/root.server.ts';
import type { Certificate, Disk, HealthFacts, HealthSample, Pool } from './model.ts';

/** Free is what an ordinary user may still write. */
export async function diskOf(folder: string): Promise<Disk> {
  const { bsize, bavail, blocks } = await statfs(folder);
  return { freeBytes: bsize * bavail, totalBytes: bsize * blocks };
}

export function memoryOf(): HealthFacts['memory'] {
  return { ownBytes: process.memoryUsage.rss(), freeBytes: os.freemem(), totalBytes: os.totalmem() };
}

export function poolOf({ pool }: Pick<Database, 'pool'>): Pool {
  return { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount };
}

/** Size and version of the database, and how long it takes to answer the simplest question. */
export async function databaseOf(db: ReadDb): Promise<{ version: string; bytes: bigint; answerMs: number }> {
  const begun = performance.now();
  await sql`select 1`.execute(db);
  const answerMs = Math.round((performance.now() - begun) * 10) / 10;
  const found = await sql<{ version: string; bytes: bigint }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(db);
  return { version: found.rows[0]?.version ?? '', bytes: found.rows[0]?.bytes ?? 0n, answerMs };
}

/** The server refuses to start on a database that is not at the newest migration; so these are all there are. */
export async function migrationsOf(db: ReadDb): Promise<HealthFacts['migrations']> {
  const found = await sql<{ applied: number; newest: string | null; appliedAt: Date | null }>`
    select count(*)::int as applied, max(name) as newest, max(applied_at) as "appliedAt" from public.migration`.execute(
    db,
  );
  const { applied = 0, newest = null, appliedAt = null } = found.rows[0] ?? {};
  return { applied, newest: newest ?? '', appliedAt };
}

export async function productVersion(): Promise<string> {
  const text = await readFile(path.join(projectRoot(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

interface SampleRow {
  readonly takenAt: Date;
  readonly databaseBytes: bigint;
  readonly free: bigint;
  readonly total: bigint;
  readonly daysLeft: number | null;
  readonly problem: string;
}

/** The newest sample, or the newest that is at least so many days old. */
export async function newestSample(ctx: Pick<Ctx, 'read' | 'now'>, daysAgo = 0): Promise<HealthSample | undefined> {
  const found = await sql<SampleRow>`
    select taken_at as "takenAt", database_bytes as "databaseBytes", disk_free_bytes as free, disk_total_bytes as total,
           certificate_days_left as "daysLeft", certificate_problem as problem
      from platform.health_sample where taken_at <= ${ctx.now}::timestamptz - ${daysAgo} * interval '1 day'
     order by taken_at desc limit 1`.execute(ctx.read);
  const row = found.rows[0];
  if (!row) return undefined;
  const certificate: Certificate =
    row.problem !== '' ? { problem: row.problem } : row.daysLeft === null ? null : { daysLeft: row.daysLeft };
  const disk = { freeBytes: Number(row.free), totalBytes: Number(row.total) };
  return { takenAt: row.takenAt, databaseBytes: row.databaseBytes, disk, certificate };
}
