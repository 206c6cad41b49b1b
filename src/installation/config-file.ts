import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Configuration } from './model.ts';

const FORMAT = 1;
const text = (longest: number) => z.string().max(longest);

const Rule = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9.-]{1,99}$/),
  value: z.json(),
  unit: text(200),
  citation: text(500),
  certainty: z.string().regex(/^([A-Z]\d{0,3}|\?)$/),
  verified: z.boolean(),
  note: text(2000),
  validFrom: text(20),
  validUntil: text(20).nullable(),
});

const Body = z.strictObject({
  format: z.literal(FORMAT),
  product: text(50),
  exportedAt: z.iso.datetime(),
  settings: z.record(z.string(), z.json()),
  rules: z.array(Rule).max(10_000),
});
const File = Body.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export interface ConfigFile extends Configuration {
  readonly product: string;
  readonly exportedAt: string;
  /** Of everything else in the file, as canonical JSON. */
  readonly sha256: string;
}

/** The file, with the hash by which whoever receives it sees that it is whole. */
export function writeConfigFile(
  { settings, rules }: Configuration,
  made: { readonly product: string; readonly exportedAt: string },
): { readonly text: string; readonly sha256: string } {
  const body = { format: FORMAT, ...made, settings, rules };
  const sha256 = sumOf(body);
  return { text: `${JSON.stringify({ ...body, sha256 }, null, 2)}\n`, sha256 };
}

/** Reads what `writeConfigFile` made. Refuses what is none, is of a newer format, or was changed since. */
export function readConfigFile(bytes: Uint8Array): ConfigFile {
  const value = parsed(bytes);
  const { format } = (value ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > FORMAT)
    throw new Refused({ code: 'installation.config.newer', facts: { format } });
  const file = File.safeParse(value);
  if (!file.success) {
    const [issue] = file.error.issues;
    throw unreadable(issue ? `${issue.path.join('.') || 'JSON'}: ${issue.message}` : 'JSON');
  }
  const { sha256, ...body } = file.data;
  if (sumOf(body) !== sha256) throw new Refused({ code: 'installation.config.changed', facts: {} });
  return { ...body, sha256 };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw unreadable('JSON');
  }
}

function sumOf(body: object): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}

function unreadable(reason: string): Refused {
  return new Refused({ code: 'installation.config.unreadable', facts: { reason } });
}
