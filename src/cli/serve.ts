import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#platform/root.server.ts';
import type { AddCommand } from './program.ts';
import { act, STATUS } from './run.ts';

/** Runs the built server in this process; it ends the process itself. */
export const addServe: AddCommand = (program, words) => {
  program
    .command('serve')
    .description(words.commands.serve)
    .option('--port <N>', words.options.port)
    .action(
      act(async (cli, command) => {
        const root = projectRoot();
        const built = path.join(root, 'build', 'server', 'index.js');
        if (!existsSync(built)) {
          cli.tell(cli.words.notBuilt(root));
          return STATUS.failed;
        }
        const { port } = command.opts<{ port?: string }>();
        if (port !== undefined) process.env.PORT = port;
        process.env.HOPLUC_DECLARED_NODE_ENV ??= process.env.NODE_ENV ?? '';
        process.env.NODE_ENV = 'production';
        await import(pathToFileURL(built).href);
        return await new Promise(() => {});
      }),
    );
};
