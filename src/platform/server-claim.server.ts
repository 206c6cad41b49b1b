import { mkdir, stat } from 'node:fs/promises';
import type { Server } from 'node:net';
import { connect, createServer } from 'node:net';
import { Refused } from '#kernel/refusal.ts';

/** The right to be the only server on a data folder. It ends with the process, however that ends. */
export interface Claim {
  /** Tells later comers where this server listens. */
  listensOn(port: number): void;
  release(): Promise<void>;
}

const ANSWER_MS = 1000;

/**
 * Makes the data folder (0700) and claims it for this server; refuses with the other's process and port when one has it.
 * The claim is a socket with a name but no file (Linux), so nothing stale is left by a process that was killed.
 */
export async function claimDataFolder(dataFolder: string, port: number): Promise<Claim> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const name = await claimName(dataFolder);
  let listening = port;
  const server = createServer((client) => client.end(JSON.stringify({ pid: process.pid, port: listening })));
  server.unref();
  const isFree = await listens(server, name);
  if (!isFree) {
    const facts = { ...(await holderOf(name)), dataFolder };
    throw new Refused({ code: 'platform.server.already-running', facts });
  }
  return {
    listensOn(actual) {
      listening = actual;
    },
    release: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The same folder has the same name by whatever path it is reached. */
async function claimName(dataFolder: string): Promise<string> {
  const { dev, ino } = await stat(dataFolder);
  return `\0hopluc-server-${dev}-${ino}`;
}

async function listens(server: Server, name: string): Promise<boolean> {
  return await new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen({ path: name }, () => resolve(true));
  });
}

async function holderOf(name: string): Promise<{ pid: number; port: number }> {
  return await new Promise((resolve) => {
    let text = '';
    const client = connect({ path: name });
    const answer = () => {
      client.destroy();
      resolve(text === '' ? { pid: 0, port: 0 } : (JSON.parse(text) as { pid: number; port: number }));
    };
    client.setTimeout(ANSWER_MS, answer);
    client.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    client.once('end', answer).once('error', answer);
  });
}
