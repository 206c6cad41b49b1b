import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { findSetting, setSetting } from '#platform/settings.server.ts';
import type { BackupReport } from './back-up.server.ts';

const LAST = 'backup.last';

/** When the newest backup was taken, as ISO 8601; for the alert when there is none for too long. */
export interface LastBackup {
  readonly at: string;
  readonly sha256: string;
}

/** Writes down that a backup was taken: in the record of acts, and as the newest one. */
export async function noteBackup(ctx: Ctx, { manifest, bytes, sha256 }: BackupReport): Promise<void> {
  await ctx.transact(async (tx) => {
    await setSetting(tx, ctx, LAST, { at: manifest.createdAt, sha256 } satisfies LastBackup);
    await record(tx, ctx, 'platform.backed-up', 'platform.installation', { bytes, sha256, rows: rowsOf(manifest) });
  });
}

/** Writes down from which backup this installation was restored. */
export async function noteRestore(ctx: Ctx, { manifest }: Pick<BackupReport, 'manifest'>): Promise<void> {
  const { createdAt, product } = manifest;
  await ctx.transact(async (tx) => {
    await record(tx, ctx, 'platform.restored', 'platform.installation', { createdAt, product, rows: rowsOf(manifest) });
  });
}

const LAST_DRILL = 'backup.drill';

/** How the newest drill of a restore ended. */
export interface LastDrill {
  readonly at: string;
  readonly ok: boolean;
  readonly seconds: number;
  /** When the backup that was tried had been taken; null: it could not be opened. */
  readonly createdAt: string | null;
}

/** Writes down that a restore was tried, in the system that was backed up: in the record of acts, and as the newest drill. */
export async function noteDrill(ctx: Ctx, drill: LastDrill): Promise<void> {
  await ctx.transact(async (tx) => {
    await setSetting(tx, ctx, LAST_DRILL, drill);
    const { ok, seconds, createdAt } = drill;
    await record(tx, ctx, 'platform.restore-drilled', 'platform.installation', { ok, seconds, createdAt });
  });
}

export async function lastDrill(ctx: Pick<Ctx, 'read'>): Promise<LastDrill | undefined> {
  return await findSetting<LastDrill>(ctx.read, LAST_DRILL);
}

export async function lastBackup(ctx: Pick<Ctx, 'read'>): Promise<LastBackup | undefined> {
  return await findSetting<LastBackup>(ctx.read, LAST);
}

export function rowsOf(manifest: BackupReport['manifest']): number {
  return manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
}
