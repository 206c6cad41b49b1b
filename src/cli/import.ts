import path from 'node:path';
import { addDays } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { FileReport, ImportId, Message } from '#workbooks/public.ts';
import { readWhole, writeWhole } from './files.ts';
import type { AddCommand } from './program.ts';
import type { Cli } from './run.ts';
import { act, STATUS } from './run.ts';
import { withSystem } from './system.ts';

/** Days in which the missing figures of a workbook are promised. */
const PROMISED_DAYS = 5;

interface Options {
  readonly dryRun?: boolean;
  readonly errorsOut?: string;
}

interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const addImport: AddCommand = (program, words) => {
  const command = program
    .command('import')
    .description(words.commands.import)
    .argument('<FILE...>', words.options.workbook)
    .helpCommand(false)
    .option('--dry-run', words.options.dryRun)
    .option('--errors-out <DIR>', words.options.errorsOut)
    .action(act(async (cli, self) => await importFiles(cli, self.args, self.opts())));
  command
    .command('undo')
    .description(words.commands.undo)
    .argument('<IMPORT_ID>', words.options.importId)
    .action(act(async (cli, { args }) => await undo(cli, args[0] ?? '')));
};

/** Refused as a whole when one file is; the others are written all the same, each entirely or not at all. */
async function importFiles(cli: Cli, paths: readonly string[], { dryRun = false, errorsOut }: Options) {
  const { importWorkbooks } = await import('#workbooks/public.ts');
  const files = await Promise.all(
    paths.map(async (file) => ({ name: path.basename(file), bytes: await readWhole(file) })),
  );
  const report = await withSystem(async (ctx: Ctx) => {
    // A workbook with required cells still empty is sent all the same, as one that promises them.
    const promise = { reason: cli.words.importPromise, byOn: addDays(ctx.today, PROMISED_DAYS) };
    return await importWorkbooks(ctx, files, { dryRun, submits: true, promise });
  });
  const refused = report.files.flatMap((each, at) => (each.accepted ? [] : [{ report: each, given: files[at] }]));
  if (errorsOut !== undefined) for (const each of refused) await writeErrors(cli, each.report, each.given, errorsOut);
  for (const file of report.files) for (const message of file.messages) cli.tell(lineOf(cli, file, message));
  cli.answer(
    report,
    report.files.map((file) => headlineOf(cli, file, dryRun)),
  );
  return refused.length === 0 ? STATUS.done : STATUS.refused;
}

/** A copy of the refused workbook with the messages in its cells; of what is no workbook there is none. */
async function writeErrors(cli: Cli, report: FileReport, given: Given | undefined, folder: string): Promise<void> {
  if (!given || !report.messages.some((message) => message.sheet !== '')) return;
  const { errorWorkbook } = await import('#workbooks/public.ts');
  const target = path.join(folder, `${path.parse(given.name).name}-loi.xlsx`);
  await writeWhole(target, await errorWorkbook(given.bytes, report.messages));
  cli.tell(cli.words.written(target));
}

const NOTHING_NEW: ReadonlySet<string> = new Set(['workbooks.import.same-file', 'workbooks.import.unchanged']);

function headlineOf(
  { words }: Cli,
  { file, accepted, importId, rows, messages }: FileReport,
  isDryRun: boolean,
): string {
  const isUnchanged = messages.some((message) => NOTHING_NEW.has(message.code));
  const taken = isUnchanged ? words.importUnchanged(file) : words.importAccepted(file, isDryRun);
  const id = importId === null ? '' : ` · ${importId}`;
  return `${accepted ? taken : words.importRefused(file)} (${words.importCounts(rows)})${id}`;
}

function lineOf({ words }: Cli, { file }: FileReport, { sheet, cell, severity, text }: Message): string {
  const place = [file, sheet, cell].filter((part) => part !== '').join(' › ');
  return `${words.severities[severity]} · ${place}: ${text}`;
}

async function undo(cli: Cli, importId: string) {
  const { undoImport } = await import('#workbooks/public.ts');
  const report = await withSystem(async (ctx) => await undoImport(ctx, importId as ImportId));
  for (const { name, reason } of report.excluded) cli.tell(cli.words.notUndone(name, reason));
  cli.answer(report, [cli.words.undone(importId, report.restored)]);
  return STATUS.done;
}
