import type { ReadDb } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { findSetting } from '#platform/settings.server.ts';
import type { SetUpStep } from './model.ts';

export const SET_UP = 'installation.set-up';

/** Whether the first set-up was finished. */
export async function isSetUp(db: ReadDb): Promise<boolean> {
  return (await findSetting(db, SET_UP)) !== undefined;
}

/** What is still missing, for who has shown the code. */
export async function nextSetUpStep(db: ReadDb): Promise<Exclude<SetUpStep, 'code'>> {
  if ((await findSetting(db, 'portal.site')) === undefined) return 'site';
  const found = await sql<{ some: boolean }>`
    select exists (select from platform.account_grant where role = 'admin' and scope = 'system') as some`.execute(db);
  return found.rows[0]?.some ? 'backups' : 'administrator';
}
