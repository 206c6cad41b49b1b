import type { IsoDate } from '#kernel/time.ts';
import type { DatedRule } from '#legal/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { getOrganisation, requireVisible } from '#register/public.ts';
import type { DueDay } from './clocks.ts';
import { nextClocks } from './clocks.ts';
import type { Delegates, Duty } from './limits.ts';
import { auditDuty, checkLimit, delegatesMinimum, governanceType, memberMinimum } from './limits.ts';
import type { Kind, KnownFact, OrganisationId, SizeResult, UsedFigure, Warning, Watched } from './model.ts';
import { listFacts, readRuleBook } from './queries.ts';
import { revocationWarnings } from './revocation.ts';
import { ruleContent } from './rule-book.ts';
import { classifySize } from './size.ts';
import type { SizeReport } from './size-figures.ts';
import { lastDayOf, sizeFigures } from './size-figures.ts';

/** What the dated rules make of one organisation on a day. */
export interface Assessment {
  readonly id: OrganisationId;
  readonly name: string;
  readonly allianceCode: string;
  readonly kind: Kind;
  readonly on: IsoDate;
  readonly size: SizeResult;
  /** What the size rests on, with the period of each figure. */
  readonly used: readonly UsedFigure[];
  readonly minimum: MinimumCheck | null;
  readonly governance: Duty<'full' | 'either'>;
  readonly audit: Duty<boolean>;
  /** Null: the number of official members, or a rule, is not known. */
  readonly delegates: Delegates | null;
  readonly warnings: readonly Warning[];
  readonly clocks: readonly DueDay[];
  readonly facts: readonly KnownFact[];
  /** Rules that the answers rest on and that nobody has compared with the text. */
  readonly unverified: readonly DatedRule[];
}

export interface MinimumCheck {
  readonly minimum: number;
  /** Null: not reported. */
  readonly members: number | null;
  readonly isMet: boolean | null;
  readonly rule: DatedRule;
}

/** Assesses an organisation by the rules and figures of that day. Refused as not found when it is out of reach. */
export async function assessOrganisation(ctx: Ctx, id: OrganisationId, on: IsoDate): Promise<Assessment> {
  const card = await getOrganisation(ctx.read, id);
  requireVisible(ctx.actor, card.head.allianceCode);
  const [book, facts] = [await readRuleBook(ctx.read), await listFacts(ctx.read, id)];
  const reports = card.reports.map((report) => reportOf(report.periodCode, report.facts));
  const kind = card.facts.kind as Kind;
  const { figures, used } = sizeFigures(book, { sectorCode: card.facts.sectorCode as string | null, reports }, on);
  const size = classifySize(book, figures, on);
  const members = figures.membersOfficial;
  const watched = { ...watchedOf(card.facts, reports, facts), registeredOn: card.facts.registeredOn as IsoDate | null };
  const governed = { kind, size: size.class, members };
  const parts = {
    minimum: minimumOf(
      memberMinimum(book, kind, on),
      checkLimit(book, `members.minimum.${kind}`, String(members ?? 0), on)?.isMet,
      members,
    ),
    governance: governanceType(book, governed, on),
    audit: auditDuty(book, governed, on),
    delegates: members === null || kind === 'cooperative-group' ? null : (delegatesMinimum(book, members, on) ?? null),
    warnings: revocationWarnings(book, watched, on),
    clocks: nextClocks(book, watched, on),
  };
  return {
    id,
    name: String(card.facts.name),
    allianceCode: card.head.allianceCode,
    kind,
    on,
    size,
    used,
    ...parts,
    facts,
    unverified: unverifiedOf([
      ...size.rules,
      ...(parts.minimum ? [parts.minimum.rule] : []),
      ...parts.governance.rules,
      ...parts.audit.rules,
      ...parts.warnings.flatMap(({ rules }) => rules),
      ...parts.clocks.map(({ rule }) => rule),
    ]),
  };
}

/** Each once. */
function unverifiedOf(rules: readonly DatedRule[]): readonly DatedRule[] {
  return [...new Set(rules)].filter(({ verified }) => !verified);
}

function minimumOf(
  rule: DatedRule | undefined,
  isMet: boolean | undefined,
  members: number | null,
): MinimumCheck | null {
  if (!rule) return null;
  return { minimum: ruleContent(rule, 'number'), members, isMet: members === null ? null : (isMet ?? null), rule };
}

type Values = Readonly<Record<string, string | number | boolean | null>>;

export function reportOf(periodCode: string, facts: Values): SizeReport {
  const count = (field: string) => (typeof facts[field] === 'number' ? facts[field] : null);
  const money = (field: string) => (typeof facts[field] === 'string' ? BigInt(facts[field]) : null);
  return {
    periodCode,
    membersOfficial: count('membersOfficial'),
    membersTotal: count('membersTotal'),
    revenueDong: money('revenueDong'),
    assetsDong: money('assetsDong'),
  };
}

function watchedOf(facts: Values, reports: readonly SizeReport[], known: readonly KnownFact[]): Watched {
  return {
    kind: facts.kind as Kind,
    status: String(facts.status),
    statusSince: facts.statusSince as IsoDate | null,
    members: reports
      .flatMap(({ periodCode, membersOfficial }) => {
        const day = lastDayOf(periodCode);
        return day && membersOfficial !== null ? [{ on: day, official: membersOfficial, of: periodCode }] : [];
      })
      .toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    facts: known,
  };
}
