import { createHash, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { text } from '#installation/messages.vi.ts';
import { isSetUp } from '#installation/public.ts';
import { randomPassword } from '#platform/auth/accounts.server.ts';
import { keptSecret } from '#platform/auth/secret.server.ts';
import { KEY_FILE } from '#platform/backup/data-folder.server.ts';
import { sql } from '#platform/db/db.server.ts';
import type { Environment } from '#platform/env.server.ts';
import type { SetUpDoor } from '#platform/http/context.ts';
import type { System } from './system.ts';
import { systemActor } from './system.ts';

export const SET_UP_PATH = '/cai-dat';
const COOKIE = 'hopluc_setup';
const CODE_FILE = 'setup-code';
const CODE = /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/;

/** The first set-up of an installation without accounts: open until somebody with the code has finished it. */
export interface SetUp {
  /** For whoever started the server, and nobody else; null: there is nothing to set up. */
  readonly code: string | null;
  isOpen(): Promise<boolean>;
  door(cookieHeader: string | undefined, isHttps: boolean): SetUpDoor;
}

export async function makeSetUp(
  system: System,
  { dataFolder, backupFolder, backupKey }: Pick<Environment, 'dataFolder' | 'backupFolder' | 'backupKey'>,
  isDemo: boolean,
  now: Date,
): Promise<SetUp> {
  const { read } = system.ctx(systemActor(text.actor), now);
  const file = path.join(dataFolder, CODE_FILE);
  const accounts = await sql<{ some: boolean }>`select exists (select from platform.account) as some`.execute(read);
  // An installation that was begun keeps its code; one that has accounts by another way gets none.
  const isBegun = existsSync(file) || !accounts.rows[0]?.some;
  let isOpen = !isDemo && isBegun && !(await isSetUp(read));
  const code = isOpen ? await keptSecret(dataFolder, CODE_FILE, randomPassword) : null;

  async function askOpen(): Promise<boolean> {
    // Another process of ours may have finished it.
    if (isOpen && (await isSetUp(read))) isOpen = false;
    return isOpen;
  }
  return {
    code,
    isOpen: askOpen,
    door: (cookieHeader, isHttps) => ({
      isOpen: askOpen,
      enter: (ctx, shown) =>
        isOpen && code !== null && isSame(shown, code) ? system.ctx(systemActor(text.actor), ctx.now) : undefined,
      shown: codeIn(cookieHeader),
      cookie: (kept) =>
        [
          `${COOKIE}=${kept ?? ''}; Path=${SET_UP_PATH}; HttpOnly; SameSite=Strict`,
          ...(isHttps ? ['Secure'] : []),
          ...(kept === null ? ['Max-Age=0'] : []),
        ].join('; '),
      async close() {
        isOpen = false;
        await rm(file, { force: true });
      },
      backups: { folder: backupFolder, keyFile: path.join(dataFolder, KEY_FILE), hasOwnKey: backupKey !== undefined },
    }),
  };
}

/** As people type it: capitals and spaces around do not matter. In a time that tells nothing of where it differs. */
function isSame(shown: string | null, code: string): boolean {
  const sumOf = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(sumOf((shown ?? '').trim().toLowerCase()), sumOf(code));
}

function codeIn(cookieHeader: string | undefined): string | null {
  for (const part of (cookieHeader ?? '').split(';')) {
    const [name, value = ''] = part.trim().split('=', 2);
    if (name === COOKIE && CODE.test(value)) return value;
  }
  return null;
}
