import path from 'node:path';
import { proveAudit } from '#platform/events/prove.server.ts';
import { readWhole } from './files.ts';
import type { AddCommand } from './program.ts';
import type { Cli, Status } from './run.ts';
import { act, STATUS } from './run.ts';
import { withSystem } from './system.ts';

/** Instead of a file: the record of acts. */
const AUDIT = 'audit';

export const addVerify: AddCommand = (program, words) => {
  program
    .command('verify')
    .description(words.commands.verify)
    .argument('<FILE>', words.options.given)
    .action(
      act(async (cli, command) => {
        const [file = ''] = command.args;
        if (file === AUDIT) return await verifyAudit(cli);
        const bytes = await readWhole(file);
        const { sayDifference, sayVerify, verifyFile } = await import('#review/public.ts');
        const report = await withSystem(async (ctx) => await verifyFile(ctx.read, path.basename(file), bytes));
        const text = sayVerify(report);
        if (!report.ok) cli.tell(text);
        cli.answer({ ...report, text }, report.ok ? [text] : report.differences.map(sayDifference));
        return report.ok ? STATUS.done : STATUS.refused;
      }),
    );
};

async function verifyAudit(cli: Cli): Promise<Status> {
  const begun = performance.now();
  const report = await withSystem(async (ctx) => await proveAudit(ctx));
  const seconds = (performance.now() - begun) / 1000;
  const lines = report.ok ? [cli.words.auditHolds(report.entries)] : report.broken.map(cli.words.auditBroken);
  if (!report.ok) for (const line of lines) cli.tell(line);
  cli.answer({ ...report, seconds, text: lines.join('\n') }, report.ok ? [...lines, cli.words.seconds(seconds)] : []);
  return report.ok ? STATUS.done : STATUS.refused;
}
