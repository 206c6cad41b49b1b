import { assert } from './assert.ts';

/**
 * The one way to write a value as JSON: members sorted by UTF-16 code units, no spaces, numbers and strings as
 * ECMAScript writes them (RFC 8785), so that equal values give equal bytes. Members that are undefined are left
 * out, as JSON does. Stops on what JSON cannot say and on halves of surrogate pairs.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return textJson(value);
  if (typeof value === 'number') {
    assert(Number.isFinite(value), 'a number in canonical JSON is finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  assert(typeof value === 'object' && value !== null, `canonical JSON can say a ${typeof value}`);
  return `{${members(value).join(',')}}`;
}

function members(value: object): string[] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${textJson(key)}:${canonicalJson(item)}`);
}

function textJson(text: string): string {
  assert(text.isWellFormed(), 'text in canonical JSON has no half of a surrogate pair');
  return JSON.stringify(text);
}
