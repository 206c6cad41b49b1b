import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Refusal } from '#kernel/refusal.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Comparison } from '#platform/backup/compare.server.ts';
import { compareWithBackup } from '#platform/backup/compare.server.ts';
import { newestBackupIn } from '#platform/backup/folder.server.ts';
import { keyToOpen } from '#platform/backup/key.server.ts';
import { noteDrill, rowsOf } from '#platform/backup/note.server.ts';
import type { RestoreReport } from '#platform/backup/restore.server.ts';
import { restore } from '#platform/backup/restore.server.ts';
import { clockOf } from '#platform/clock.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import type { Environment } from '#platform/env.server.ts';
import { readEnvironment } from '#platform/env.server.ts';
import type { AuditReport } from '#platform/events/verify.server.ts';
import { verifyAudit } from '#platform/events/verify.server.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import type { LocksReport } from '#review/public.ts';
import { drillText } from './drill-text.vi.ts';
import { writeWhole } from './files.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';
import { withSystem } from './system.ts';

/** What a drill of a restore found; written as JSON and as text for people. */
export interface DrillReport {
  readonly at: string;
  readonly file: string;
  readonly ok: boolean;
  readonly seconds: number;
  /** Why the backup could not be brought back at all; null: it was. */
  readonly refused: { readonly code: string; readonly text: string } | null;
  readonly backup: { readonly product: string; readonly createdAt: string; readonly rows: number } | null;
  readonly migrated: readonly string[];
  readonly comparison: Comparison | null;
  readonly locks: LocksReport | null;
  readonly audit: AuditReport | null;
}

type Proof = Pick<DrillReport, 'backup' | 'migrated' | 'comparison' | 'locks' | 'audit'>;

export const addDrill: AddCommand = (program, words) => {
  program
    .command('drill')
    .description(words.commands.drill)
    .option('--backup <FILE>', words.options.drillBackup)
    .option('--report <OUT>', words.options.drillReport)
    .action(
      act(async (cli, command) => {
        const options = command.opts<{ backup?: string; report?: string }>();
        const environment = readEnvironment();
        const file = options.backup ?? (await newestOf(environment));
        const report = await drill(environment, path.resolve(file));
        const base = options.report ?? reportFile(environment.dataFolder, report.at);
        const text = drillText(report);
        await writeWhole(`${base}.json`, Buffer.from(`${JSON.stringify(report, null, 2)}\n`));
        await writeWhole(`${base}.txt`, Buffer.from(text));
        const { at, ok, seconds, backup } = report;
        await withSystem(
          async (ctx) => await noteDrill(ctx, { at, ok, seconds, createdAt: backup?.createdAt ?? null }),
        );
        if (!ok) cli.tell(cli.words.drillFailed);
        cli.answer({ ...report, reports: [`${base}.json`, `${base}.txt`] }, [
          text.trimEnd(),
          cli.words.written(`${base}.json, ${base}.txt`),
        ]);
        return ok ? STATUS.done : report.refused ? STATUS.refused : STATUS.failed;
      }),
    );
};

async function newestOf({ backupFolder }: Environment): Promise<string> {
  if (backupFolder === null) throw new Refused({ code: 'platform.drill.switched-off', facts: {} });
  const newest = await newestBackupIn(backupFolder);
  if (!newest) throw new Refused({ code: 'platform.drill.no-backup', facts: { folder: backupFolder } });
  return newest;
}

function reportFile(dataFolder: string, at: string): string {
  return path.join(dataFolder, 'drills', `dien-tap-${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`);
}

/** Brings the backup back into a temporary folder with a server of its own, proves it, and takes all of that away again. */
async function drill(environment: Environment, file: string): Promise<DrillReport> {
  const begun = performance.now();
  const at = clockOf(environment)().toISOString();
  const passphrase = await keyToOpen(environment);
  const scratch = await mkdtemp(path.join(tmpdir(), 'hopluc-drill-'));
  try {
    const dataFolder = path.join(scratch, 'data');
    const restored = await restore({ file, passphrase, dataFolder, databaseUrl: undefined });
    const proof = await prove(dataFolder, restored);
    return { at, file, ok: holds(proof), seconds: secondsSince(begun), refused: null, ...proof };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { at, file, ok: false, seconds: secondsSince(begun), refused: said(error.refusal), ...NOTHING };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const NOTHING: Proof = { backup: null, migrated: [], comparison: null, locks: null, audit: null };

async function prove(dataFolder: string, { manifest, migrated }: RestoreReport): Promise<Proof> {
  const { verifyLocks } = await import('#review/public.ts');
  const databases = await openDatabases({ dataFolder, databaseUrl: undefined });
  try {
    const read = databases.owner.kysely;
    const { product, createdAt } = manifest;
    return {
      backup: { product, createdAt, rows: rowsOf(manifest) },
      migrated,
      comparison: await compareWithBackup(databases.owner, dataFolder, manifest),
      locks: await verifyLocks(read),
      audit: await verifyAudit(read),
    };
  } finally {
    await databases.close();
  }
}

/** Newer migrations may change rows on purpose; then the comparison that the restore itself made before them counts. */
function holds({ migrated, comparison, locks, audit }: Proof): boolean {
  const { tables = [], filesThatDiffer = [] } = comparison ?? {};
  const areSame = migrated.length > 0 || tables.every((table) => table.isSame);
  return areSame && filesThatDiffer.length === 0 && locks?.ok === true && audit?.ok === true;
}

function said(refusal: Refusal): { code: string; text: string } {
  return { code: refusal.code, text: sayRefusal(refusal) };
}

function secondsSince(begun: number): number {
  return Math.round((performance.now() - begun) / 100) / 10;
}
