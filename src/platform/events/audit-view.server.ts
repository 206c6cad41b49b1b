import { Refused } from '#kernel/refusal.ts';
import type { LastBackup } from '#platform/backup/note.server.ts';
import { lastBackup } from '#platform/backup/note.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { LogEntry, Verification } from './log.server.ts';
import { countEvents, lastVerification, listEvents } from './log.server.ts';
import type { LogAddress } from './log-address.ts';
import { mayProveAudit, requireAuditProver, requireAuditReader, scopesOfReader } from './permissions.ts';
import { proveAudit, RECORD } from './prove.server.ts';
import { record } from './record.server.ts';
import { knownEvents, sayEvent, sayFact } from './words.ts';

const PAGE_SIZE = 50;
const FILE_ROWS_MAX = 50_000;
/** More than this are proven at the command line: a page would wait for minutes. */
const PROVEN_ON_A_PAGE_MAX = 300_000;

/** An entry in words. */
export interface SaidEntry extends LogEntry {
  readonly said: string;
  /** What the facts are called, and what they say. */
  readonly details: readonly (readonly [string, unknown])[];
}

export interface AuditView {
  readonly entries: readonly SaidEntry[];
  readonly previous: LogAddress['before'];
  readonly next: LogAddress['after'];
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
  readonly verification: Verification | null;
  readonly backup: LastBackup | null;
  readonly mayProve: boolean;
}

/** The page of the record of acts that the address asks for, as far as this person may read. */
export async function readAudit(ctx: Ctx, address: LogAddress): Promise<AuditView> {
  requireAuditReader(ctx);
  const scopes = scopesOfReader(ctx.actor);
  const { after, before, ...filter } = address;
  const page = await listEvents(ctx.widened('record-of-acts').read, { filter, scopes, after, before, size: PAGE_SIZE });
  return {
    entries: page.entries.map(said),
    previous: page.previous,
    next: page.next,
    kinds: knownEvents().map((value) => ({ value, label: sayEvent(value) })),
    verification: (await lastVerification(ctx.widened('record-of-acts').read)) ?? null,
    backup: (await lastBackup(ctx)) ?? null,
    mayProve: mayProveAudit(ctx.actor),
  };
}

/** Every entry of the filter for a file; that somebody took it out is recorded. Refuses more than a spreadsheet can bear. */
export async function takeOutAudit(ctx: Ctx, address: LogAddress): Promise<readonly SaidEntry[]> {
  requireAuditReader(ctx);
  const { after: _, before: __, ...filter } = address;
  const scopes = scopesOfReader(ctx.actor);
  const page = await listEvents(ctx.widened('record-of-acts').read, {
    filter,
    scopes,
    after: null,
    before: null,
    size: FILE_ROWS_MAX,
  });
  if (page.next) throw new Refused({ code: 'platform.audit.too-many-rows', facts: { rowsMax: FILE_ROWS_MAX } });
  await ctx.transact(async (tx) => {
    await record(tx, ctx, 'platform.audit-exported', RECORD, { rows: page.entries.length });
  });
  return page.entries.map(said);
}

/** Proves the record from a page; refuses when that would take too long. */
export async function proveFromPage(ctx: Ctx): Promise<void> {
  requireAuditProver(ctx);
  const entries = await countEvents(ctx.widened('record-of-acts').read);
  if (entries > PROVEN_ON_A_PAGE_MAX)
    throw new Refused({ code: 'platform.audit.too-long-for-a-page', facts: { entries } });
  await proveAudit(ctx);
}

function said(entry: LogEntry): SaidEntry {
  const details = Object.entries(entry.facts).map(([name, value]) => [sayFact(entry.kind, name), value] as const);
  return { ...entry, said: sayEvent(entry.kind), details };
}
