import { keyToOpen } from '#platform/backup/key.server.ts';
import { noteRestore, rowsOf } from '#platform/backup/note.server.ts';
import type { RestoreReport } from '#platform/backup/restore.server.ts';
import { restore } from '#platform/backup/restore.server.ts';
import { readEnvironment } from '#platform/env.server.ts';
import type { AuditReport } from '#platform/events/verify.server.ts';
import { verifyAudit } from '#platform/events/verify.server.ts';
import type { LocksReport } from '#review/public.ts';
import { readLedger } from './ledger.ts';
import type { AddCommand } from './program.ts';
import type { Cli } from './run.ts';
import { act, STATUS } from './run.ts';
import { withSystem } from './system.ts';

interface Drill extends RestoreReport {
  readonly file: string;
  readonly locks: LocksReport;
  readonly audit: AuditReport;
  /** What had been erased and was erased again. */
  readonly erased: { readonly lines: number; readonly certificate: string | null };
  readonly seconds: number;
}

/** Brings everything back and proves it: the report is that of a drill. */
export const addRestore: AddCommand = (program, words) => {
  program
    .command('restore')
    .description(words.commands.restore)
    .argument('<FILE>', words.options.backupFile)
    .option('--deletions <FILE>', words.options.deletions)
    .action(
      act(async (cli, command) => {
        const [file = ''] = command.args;
        const { deletions } = command.opts<{ deletions?: string }>();
        const young = deletions === undefined ? [] : await readLedger(cli.words, deletions);
        const begun = performance.now();
        const environment = readEnvironment();
        const { dataFolder, databaseUrl, demo: isDemo } = environment;
        const passphrase = await keyToOpen(environment);
        const restored = await restore({ file, passphrase, dataFolder, databaseUrl, isDemo });
        const { verifyLocks } = await import('#review/public.ts');
        const { reapplyDeletions, runRetention } = await import('#rights/public.ts');
        const proof = await withSystem(async (ctx) => {
          const proven = { locks: await verifyLocks(ctx.read), audit: await verifyAudit(ctx.read) };
          await noteRestore(ctx, restored);
          const lines = await reapplyDeletions(ctx, young);
          const { number } = await runRetention(ctx, { dryRun: false });
          return { ...proven, erased: { lines, certificate: number } };
        });
        const drill: Drill = { file, ...restored, ...proof, seconds: (performance.now() - begun) / 1000 };
        tellFaults(cli, drill);
        cli.answer({ ...drill, rows: rowsOf(drill.manifest) }, linesOf(cli, drill));
        return drill.locks.ok && drill.audit.ok ? STATUS.done : STATUS.failed;
      }),
    );
};

function tellFaults({ words, tell }: Cli, { locks, audit, manifest }: Drill): void {
  for (const name of locks.broken) tell(words.lockBroken(name));
  for (const entry of audit.broken) tell(words.auditBroken(entry));
  for (const { name, isWhole } of manifest.files) if (!isWhole) tell(words.fileNotWhole(name));
}

function linesOf(
  { words }: Cli,
  { file, manifest, migrated, locks, audit, erased, seconds }: Drill,
): readonly string[] {
  const { product, createdAt, tables, files } = manifest;
  return [
    words.restored(file, product, createdAt),
    words.restoredRows(tables.length, rowsOf(manifest), files.length),
    words.restoredMigrations(migrated),
    ...(locks.ok ? [words.locksHold(locks.snapshots, locks.papers)] : []),
    ...(audit.ok ? [words.auditHolds(audit.entries)] : []),
    words.erasedAgain(erased.lines, erased.certificate),
    words.seconds(seconds),
  ];
}
