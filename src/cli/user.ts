import { addUser as addAccount } from '#platform/auth/accounts.server.ts';
import { resetFactors } from '#platform/auth/factors.server.ts';
import { linkIdentity, unlinkIdentity } from '#platform/auth/openid/link.server.ts';
import { readEnvironment } from '#platform/env.server.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';
import { withSystem } from './system.ts';

interface Options {
  readonly login: string;
  readonly role: string;
  readonly scope: string;
  readonly password?: string;
  readonly until?: string;
  readonly subject?: string;
  readonly email?: string;
}

export const addUser: AddCommand = (program, words) => {
  const user = program.command('user').description(words.commands.user).helpCommand(false);
  user
    .command('add')
    .description(words.commands.userAdd)
    .requiredOption('--login <L>', words.options.login)
    .requiredOption('--role <R>', words.options.role)
    .requiredOption('--scope <S>', words.options.scope)
    .option('--password <P>', words.options.password)
    .option('--until <DATE>', words.options.until)
    .action(
      act(async (cli, command) => {
        const wanted = command.opts<Options>();
        const { login, password } = await withSystem(async (ctx) => await addAccount(ctx, wanted));
        const isMade = wanted.password === undefined;
        const document = { login, role: wanted.role, scope: wanted.scope, password: isMade ? password : null };
        cli.answer(document, [cli.words.userAdded(login), ...(isMade ? [cli.words.password(password)] : [])]);
        return STATUS.done;
      }),
    );
  user
    .command('reset-factors')
    .description(words.commands.userResetFactors)
    .requiredOption('--login <L>', words.options.login)
    .action(
      act(async (cli, command) => {
        const { login } = command.opts<Pick<Options, 'login'>>();
        const removed = await withSystem(async (ctx) => await resetFactors(ctx, login));
        cli.answer({ login, removed }, [cli.words.factorsReset(login, removed)]);
        return STATUS.done;
      }),
    );
  addLinks(user, words);
};

/** Who at the OpenID provider is which account. */
const addLinks: AddCommand = (user, words) => {
  user
    .command('link')
    .description(words.commands.userLink)
    .requiredOption('--login <L>', words.options.login)
    .option('--subject <S>', words.options.subject)
    .option('--email <E>', words.options.email)
    .action(
      act(async (cli, command) => {
        const wanted = command.opts<Options>();
        const { openId } = readEnvironment();
        await withSystem(async (ctx) => await linkIdentity(ctx, openId, wanted));
        cli.answer({ login: wanted.login, awaited: wanted.email !== undefined }, [
          wanted.email === undefined ? cli.words.linked(wanted.login) : cli.words.linkAwaited(wanted.login),
        ]);
        return STATUS.done;
      }),
    );
  user
    .command('unlink')
    .description(words.commands.userUnlink)
    .requiredOption('--login <L>', words.options.login)
    .action(
      act(async (cli, command) => {
        const wanted = command.opts<Options>();
        const count = await withSystem(async (ctx) => await unlinkIdentity(ctx, wanted));
        cli.answer({ login: wanted.login, count }, [cli.words.unlinked(wanted.login, count)]);
        return STATUS.done;
      }),
    );
};
