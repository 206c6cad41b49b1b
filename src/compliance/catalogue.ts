import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import type { DatedRule, PastRule } from '#legal/public.ts';
import { listPastRules } from '#legal/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { requireCompliance } from './permissions.ts';
import { readRuleBook } from './queries.ts';

/** The subjects under which dated values stand, in their order on the page; a key's beginning says which. */
const SUBJECTS = [
  ['size', /^size[.-]/],
  ['members', /^members\./],
  ['capital', /^capital\./],
  ['governance', /^(governance|board|director|control)\./],
  ['meeting', /^(meeting|vote)\./],
  ['audit', /^audit\./],
  ['revocation', /^revocation\./],
  ['clock', /^clock\./],
  ['transition', /^transition\./],
  ['calendar', /^calendar\./],
  ['asset', /^asset\./],
  ['reporting', /^(register|reporting|quantifier|qtd)\./],
  ['privacy', /^(rights|privacy|access)\./],
  ['other', /./],
] as const;

export type Subject = (typeof SUBJECTS)[number][0];
export const SUBJECT_NAMES: readonly Subject[] = SUBJECTS.map(([name]) => name);

export function subjectOf(key: string): Subject {
  return SUBJECTS.find(([, pattern]) => pattern.test(key))?.[0] ?? 'other';
}

export interface CatalogueAddress {
  /** Empty: all. */
  readonly subject: Subject | '';
  readonly isUnverifiedOnly: boolean;
  /** Only what is in force on that day; null: of every day. */
  readonly on: IsoDate | null;
  /** The row whose drawer is open: `key@first day`; empty: none. */
  readonly open: string;
  /** Which act of the drawer is open; empty: none. */
  readonly act: RuleAct | '';
}

const RULE_ACTS = ['correct', 'follow', 'confirm', 'reopen'] as const;
export type RuleAct = (typeof RULE_ACTS)[number];

export function readCatalogueAddress(params: URLSearchParams): CatalogueAddress {
  const subject = SUBJECT_NAMES.find((name) => name === params.get('muc')) ?? '';
  return {
    subject,
    isUnverifiedOnly: params.get('chua') === '1',
    on: parseIsoDate(params.get('ngay') ?? '') ?? null,
    open: params.get('mo') ?? '',
    act: RULE_ACTS.find((act) => act === params.get('viec')) ?? '',
  };
}

export function writeCatalogueAddress({ subject, isUnverifiedOnly, on, open, act }: CatalogueAddress): string {
  const params = new URLSearchParams();
  if (subject) params.set('muc', subject);
  if (isUnverifiedOnly) params.set('chua', '1');
  if (on) params.set('ngay', on);
  if (open) params.set('mo', open);
  if (open && act) params.set('viec', act);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

export interface Catalogue {
  readonly groups: readonly { readonly subject: Subject; readonly rules: readonly DatedRule[] }[];
  /** How many there are of each subject, unverified ones apart, whatever is filtered. */
  readonly counts: Readonly<Partial<Record<Subject, { readonly all: number; readonly unverified: number }>>>;
  readonly all: number;
  readonly unverified: number;
  readonly open: DatedRule | null;
  /** What the values of the open row's key said before, newest first. */
  readonly past: readonly PastRule[];
}

/** All dated values by subject, as the address asks. */
export async function readCatalogue(ctx: Ctx, address: CatalogueAddress): Promise<Catalogue> {
  requireCompliance(ctx, 'compliance.read-rules');
  const book = await readRuleBook(ctx.read);
  const shown = book.filter(
    (rule) =>
      (!address.isUnverifiedOnly || !rule.verified) &&
      (address.on === null ||
        (rule.validFrom <= address.on && (rule.validUntil === null || rule.validUntil > address.on))),
  );
  const open = book.find((rule) => `${rule.key}@${rule.validFrom}` === address.open) ?? null;
  const bySubject = Map.groupBy(book, ({ key }) => subjectOf(key));
  return {
    groups: SUBJECT_NAMES.filter((subject) => !address.subject || subject === address.subject)
      .map((subject) => ({ subject, rules: shown.filter(({ key }) => subjectOf(key) === subject) }))
      .filter(({ rules }) => rules.length > 0),
    counts: Object.fromEntries(
      [...bySubject].map(([subject, rules]) => [subject, { all: rules.length, unverified: count(rules) }]),
    ),
    all: book.length,
    unverified: count(book),
    open,
    past: open ? await listPastRules(ctx.read, open.key) : [],
  };
}

function count(rules: readonly DatedRule[]): number {
  return rules.filter(({ verified }) => !verified).length;
}
