import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { findSetting } from '#platform/settings.server.ts';
import type { SetUpStep } from './model.ts';

export const SET_UP = 'installation.set-up';

/**
 * Whether there is nothing to set up: it was finished, or accounts were made by another way. The set-up itself names the
 * site before it makes the first account.
 */
export async function isSetUp(db: ReadDb): Promise<boolean> {
  if ((await findSetting(db, SET_UP)) !== undefined) return true;
  const found = await sql<{ some: boolean }>`select exists (select from platform.account) as some`.execute(db);
  return (found.rows[0]?.some ?? false) && (await findSetting(db, 'portal.site')) === undefined;
}

/** What is still missing, for who has shown the code. */
export async function nextSetUpStep(db: ReadDb): Promise<Exclude<SetUpStep, 'code'>> {
  if ((await findSetting(db, 'portal.site')) === undefined) return 'site';
  const found = await sql<{ some: boolean }>`
    select exists (select from platform.account_grant where role = 'admin' and scope = 'system') as some`.execute(db);
  return found.rows[0]?.some ? 'backups' : 'administrator';
}
