import { sql } from 'kysely';
import type { Ctx, Role, Scope } from '#platform/ctx.ts';
import { addUser, randomPassword } from './accounts.server.ts';
import { keptSecret } from './secret.server.ts';

export interface DemoAccount {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly scope: Scope;
}

/** One account per job; named after roles, not people. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { login: 'quan-tri', displayName: 'Quản trị hệ thống', role: 'admin', scope: 'system' },
  { login: 'thu-ky', displayName: 'Tổ giúp việc Cụm', role: 'secretary', scope: 'cluster:CUM-BTB' },
  { login: 'lanh-dao', displayName: 'Lãnh đạo đơn vị Cụm trưởng', role: 'leader', scope: 'cluster:CUM-BTB' },
  { login: 'can-bo-th', displayName: 'Cán bộ tổng hợp', role: 'officer', scope: 'alliance:LMHTX-TH' },
  { login: 'can-bo-na', displayName: 'Cán bộ tổng hợp', role: 'officer', scope: 'alliance:LMHTX-NA' },
  { login: 'can-bo-ht', displayName: 'Cán bộ tổng hợp', role: 'officer', scope: 'alliance:LMHTX-HT' },
  { login: 'can-bo-qb', displayName: 'Cán bộ tổng hợp', role: 'officer', scope: 'alliance:LMHTX-QB' },
  { login: 'can-bo-qt', displayName: 'Cán bộ tổng hợp', role: 'officer', scope: 'alliance:LMHTX-QT' },
  { login: 'can-bo-tth', displayName: 'Cán bộ tổng hợp', role: 'officer', scope: 'alliance:LMHTX-TTH' },
  { login: 'lanh-dao-na', displayName: 'Lãnh đạo', role: 'leader', scope: 'alliance:LMHTX-NA' },
  { login: 'bien-tap', displayName: 'Biên tập Cổng tin', role: 'editor', scope: 'cluster:CUM-BTB' },
  { login: 'kiem-tra', displayName: 'Kiểm tra, giám sát', role: 'inspector', scope: 'cluster:CUM-BTB' },
];

/**
 * Makes the demonstration accounts that are not there yet and answers their common password, which is random for each
 * installation and kept beside its data, so that a second start can print it again.
 */
export async function ensureDemoAccounts(
  ctx: Ctx,
  dataFolder: string,
): Promise<{ readonly accounts: readonly DemoAccount[]; readonly password: string }> {
  const password = await keptSecret(dataFolder, 'demo-password', randomPassword);
  const known = await sql<{ login: string }>`select login from platform.account where is_demo`.execute(ctx.read);
  const logins = new Set(known.rows.map((row) => row.login));
  const missing = DEMO_ACCOUNTS.filter((account) => !logins.has(account.login));
  await Promise.all(missing.map((account) => addUser(ctx, { ...account, password, isDemo: true })));
  return { accounts: DEMO_ACCOUNTS, password };
}
