import { clockOf } from '#platform/clock.server.ts';
import { readEnvironment } from '#platform/env.server.ts';
import { checkMachine } from '#platform/health/check.server.ts';
import { check } from '#platform/health/messages.vi.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';

const SIGNS = { ok: '✓', warn: '!', bad: '✗' } as const;

/** Looks at the machine and says what is wrong and how to mend it. Status 2 when something must be mended. */
export const addCheck: AddCommand = (program, words) => {
  program
    .command('check')
    .description(words.commands.check)
    .action(
      act(async (cli) => {
        const environment = readEnvironment();
        const findings = await checkMachine(environment, clockOf(environment)());
        const bad = findings.filter(({ state }) => state === 'bad').length;
        const verdict = bad === 0 ? cli.words.checkOk : cli.words.checkBad(bad);
        const lines = findings.map(({ what, state, says }) => `${SIGNS[state]} ${check.names[what]}: ${says}`);
        cli.answer({ ok: bad === 0, findings }, [...lines, verdict]);
        return bad === 0 ? STATUS.done : STATUS.refused;
      }),
    );
};
