import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { present } from '#kernel/assert.ts';
import type { Id } from '#kernel/ids.ts';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { AskedPurpose } from './reading.ts';

export type KeptExportId = Id<'privacy.kept_export'>;

/** The dated number of hours for which an export with personal data can be fetched. */
export const HOURS_KEY = 'privacy.export-hours';

export interface ExportToKeep {
  readonly id: KeptExportId;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly purpose: AskedPurpose;
  readonly mark: string;
  readonly people: number;
  readonly expiresAt: Date;
}

/** An export as its maker sees it in the list. */
export interface KeptExport {
  readonly id: KeptExportId;
  readonly name: string;
  readonly purpose: AskedPurpose;
  readonly people: number;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

/** For how many hours an export made on that day can be fetched. */
export async function hoursKept(db: ReadDb, on: IsoDate): Promise<number> {
  const found = await sql<{ hours: number }>`select (value #>> '{}')::int as hours from legal.rule_value
    where key = ${HOURS_KEY} and valid_from <= ${on} and (valid_until is null or valid_until > ${on})`.execute(db);
  return present(found.rows[0], `a value of ${HOURS_KEY} is in force`).hours;
}

/** When an export made now expires. */
export async function expiryOf(db: ReadDb, { now, today }: Pick<Ctx, 'now' | 'today'>): Promise<Date> {
  return new Date(now.getTime() + (await hoursKept(db, today)) * 3_600_000);
}

/**
 * Seals the bytes under a key of their own, puts them into the file store and notes for whom. The file store forgets nothing;
 * the key is removed after the expiry, and with it the file.
 */
export async function keepExport(tx: Tx, ctx: Ctx, kept: ExportToKeep): Promise<void> {
  const key = randomBytes(32);
  const sha256 = await ctx.files.put(sealed(kept.bytes, key, kept.id));
  const { accountId, name } = ctx.actor;
  await sql`insert into privacy.kept_export
      (id, account_id, name, media_type, purpose, mark, people, sha256, key, made_at, made_by, expires_at)
    values (${kept.id}, ${accountId}, ${kept.name}, ${kept.mediaType}, ${kept.purpose}, ${kept.mark}, ${kept.people},
            ${sha256}, ${key}, ${ctx.now}, ${name}, ${kept.expiresAt})`.execute(tx);
}

/** What the actor took out, newest first, expired ones too. */
export async function listKeptExports(ctx: Ctx): Promise<readonly KeptExport[]> {
  await forgetExpired(ctx);
  const found = await sql<KeptExport>`
    select id, name, purpose, people, made_at as "madeAt", expires_at as "expiresAt" from privacy.kept_export
     where account_id is not distinct from ${ctx.actor.accountId}::uuid order by made_at desc limit 100`.execute(
    ctx.read,
  );
  return found.rows;
}

/** The file, for the account that made it alone; each fetching is kept. Refuses what is expired (410) and what is another's (404). */
export async function fetchKeptExport(
  ctx: Ctx,
  id: KeptExportId,
): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }> {
  const found = await sql<{ name: string; mediaType: string; sha256: string; key: Buffer | null; expiresAt: Date }>`
    select name, media_type as "mediaType", sha256, key, expires_at as "expiresAt" from privacy.kept_export
     where id = ${id} and account_id is not distinct from ${ctx.actor.accountId}::uuid`.execute(ctx.read);
  const [kept] = found.rows;
  if (!kept) throw new Refused({ code: 'platform.kept-export.not-found', facts: {} });
  if (kept.expiresAt <= ctx.now || kept.key === null) {
    await forgetExpired(ctx);
    throw new Refused({ code: 'platform.kept-export.expired', facts: { expiredAt: kept.expiresAt.toISOString() } });
  }
  const { name, mediaType, key } = kept;
  const bytes = present(await ctx.files.get(kept.sha256), 'the bytes of an export lie in the file store');
  const opened = unsealed(bytes, key, id);
  await ctx.transact(async (tx) => await noteFetched(tx, ctx, id));
  return { name, mediaType, bytes: opened };
}

/** Of whom was read stands with the making; the fetching says the same again, with its own time. */
async function noteFetched(tx: Tx, ctx: Ctx, id: KeptExportId): Promise<void> {
  await sql`insert into privacy.read_log (id, account_id, reader_role, reader_scope, context, purpose, alliance_id, subjects, people,
      export_id, read_at, read_by)
    select gen_random_uuid(), account_id, reader_role, reader_scope, 'export-fetched', purpose, alliance_id, subjects, people,
           export_id, ${ctx.now}, ${ctx.actor.name}
      from privacy.read_log where export_id = ${id} and context = 'export'`.execute(tx);
  await record(tx, ctx, 'platform.kept-export-fetched', id, {});
}

/** Takes the keys of what has expired away, also of those who never come back for theirs. */
async function forgetExpired(ctx: Ctx): Promise<void> {
  const { now } = ctx;
  await ctx.widened('expired-exports').transact(async (tx) => {
    await sql`update privacy.kept_export set key = null where expires_at <= ${now} and key is not null`.execute(tx);
  });
}

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM under a key used once; the id is authenticated with it, so that no file stands in for another. */
function sealed(bytes: Uint8Array, key: Buffer, id: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function unsealed(bytes: Buffer, key: Buffer, id: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(id));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
}
