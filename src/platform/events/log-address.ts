import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';

/** Where a page begins or ends: an entry's moment (six decimals of the second) and id. */
export interface LogCursor {
  readonly at: string;
  readonly id: string;
}

/** What narrows the record of acts. */
export interface LogFilter {
  /** Part of a name, or a login. */
  readonly who: string;
  /** A kind, or empty for all. */
  readonly kind: string;
  /** The whole id of a subject. */
  readonly subject: string;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
}

export interface LogAddress extends LogFilter {
  readonly after: LogCursor | null;
  readonly before: LogCursor | null;
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What no address of ours would say counts as not said. */
export function readLogAddress(params: URLSearchParams): LogAddress {
  const text = (name: string) => (params.get(name) ?? '').normalize('NFC').trim().slice(0, 200);
  return {
    who: text('ai'),
    kind: /^[a-z]+\.[a-z-]+$/.test(text('viec')) ? text('viec') : '',
    subject: text('ve'),
    firstDay: parseIsoDate(text('tu')) ?? null,
    lastDay: parseIsoDate(text('den')) ?? null,
    after: cursorOf(text('sau')),
    before: cursorOf(text('truoc')),
  };
}

/** The query of an address, with its question mark; empty when nothing is said. */
export function writeLogAddress(address: LogFilter & Partial<LogAddress>): string {
  const params = new URLSearchParams();
  const say = (name: string, value: string | null | undefined) => value && params.set(name, value);
  say('ai', address.who);
  say('viec', address.kind);
  say('ve', address.subject);
  say('tu', address.firstDay);
  say('den', address.lastDay);
  say('sau', address.after && formatCursor(address.after));
  say('truoc', address.before && formatCursor(address.before));
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

function cursorOf(text: string): LogCursor | null {
  const [, at, id] = CURSOR.exec(text) ?? [];
  return at && id && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}

function formatCursor({ at, id }: LogCursor): string {
  return `${at}_${id}`;
}
