import type { Alliance } from '#organisations/public.ts';
import { listAlliances } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import type { Ground, KnownFact, OrganisationId, RuleBook, Warning, Watched } from './model.ts';
import { alliancesToRead } from './permissions.ts';
import { readRuleBook } from './queries.ts';
import { revocationWarnings } from './revocation.ts';
import { ruleContent } from './rule-book.ts';
import { lastDayOf } from './size-figures.ts';

/** What the address of the list asks for; empty: all. */
export interface WarningAddress {
  readonly allianceCode: string;
  readonly ground: Ground | '';
  readonly level: Warning['level'] | '';
}

export interface WarnedOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly code: string | null;
  readonly communeText: string;
  readonly alliance: string;
  readonly warning: Warning;
}

export interface WarningList {
  /** Full time first, then the day on which it is reached. */
  readonly rows: readonly WarnedOrganisation[];
  /** Of every ground and level, whatever is filtered. */
  readonly counts: Readonly<Record<string, number>>;
  readonly organisations: number;
  readonly alliances: readonly Alliance[];
}

const GROUNDS: readonly Ground[] = ['b', 'd1', 'd2', 'dd', 'e'];

export function readWarningAddress(params: URLSearchParams): WarningAddress {
  const code = params.get('lien-minh') ?? '';
  const level = params.get('muc');
  return {
    allianceCode: /^[\w-]{1,40}$/.test(code) ? code : '',
    ground: GROUNDS.find((ground) => ground === params.get('can-cu')) ?? '',
    level: level === 'reached' || level === 'near' ? level : '',
  };
}

export function writeWarningAddress({ allianceCode, ground, level }: WarningAddress): string {
  const params = new URLSearchParams();
  if (allianceCode) params.set('lien-minh', allianceCode);
  if (ground) params.set('can-cu', ground);
  if (level) params.set('muc', level);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The warnings of today over the organisations that the actor may look at. */
export async function listWarnings(ctx: Ctx, address: WarningAddress): Promise<WarningList> {
  const reach = alliancesToRead(ctx);
  const all = await listAlliances(ctx.read, ctx.today);
  const alliances = all.filter(({ code }) => reach === 'all' || reach.includes(code));
  const wanted = address.allianceCode ? alliances.filter(({ code }) => code === address.allianceCode) : alliances;
  const book = await readRuleBook(ctx.read);
  const names = new Map<string, string>(wanted.map(({ id, shortName }) => [id, shortName]));
  const found = (await candidates(ctx, [...names.keys()], book)).flatMap(({ watched, allianceId, ...organisation }) =>
    revocationWarnings(book, watched, ctx.today).map((warning) => ({
      ...organisation,
      alliance: names.get(allianceId) ?? '',
      warning,
    })),
  );
  const rows = found
    .filter(({ warning }) => !address.ground || warning.ground === address.ground)
    .filter(({ warning }) => !address.level || warning.level === address.level)
    .toSorted(byUrgency);
  const words = found.flatMap(({ warning }) => [warning.ground, warning.level]);
  return {
    rows,
    counts: Object.fromEntries([...Map.groupBy(words, (name) => name)].map(([name, each]) => [name, each.length])),
    organisations: new Set(rows.map(({ id }) => id)).size,
    alliances,
  };
}

function byUrgency(a: WarnedOrganisation, b: WarnedOrganisation): number {
  const key = ({ warning, name }: WarnedOrganisation) =>
    `${warning.level === 'reached' ? 0 : 1} ${warning.reachedOn} ${name}`;
  return key(a) < key(b) ? -1 : 1;
}

interface Candidate extends Omit<WarnedOrganisation, 'alliance' | 'warning'> {
  readonly allianceId: string;
  readonly watched: Watched;
}

/** More than any cluster has at a time. */
const CANDIDATES_MAX = 20_000;

interface Row extends Omit<Candidate, 'watched'>, Pick<Watched, 'kind' | 'status' | 'statusSince'> {
  readonly counts: readonly { readonly of: string; readonly official: number }[];
  readonly facts: readonly Pick<KnownFact, 'kind' | 'knownOn' | 'amount'>[];
}

/** Those of whom anything could be warned: a coarse choice in the database; the rules decide. */
async function candidates(ctx: Ctx, allianceIds: readonly string[], book: RuleBook): Promise<readonly Candidate[]> {
  const minima = book
    .filter(({ key }) => key.startsWith('members.minimum.'))
    .map((rule) => ruleContent(rule, 'number'));
  const { rows } = await sql<Row>`
    select organisation.id, organisation.name, organisation.code, organisation.commune_text as "communeText",
           organisation.alliance_id as "allianceId", organisation.kind, organisation.status,
           organisation.status_since as "statusSince",
           coalesce((select jsonb_agg(jsonb_build_object('of', period_code, 'official', members_official))
                       from register.period_report report
                      where report.organisation_id = organisation.id and members_official is not null), '[]') as counts,
           coalesce((select jsonb_agg(jsonb_build_object('kind', fact.kind, 'knownOn', known_on, 'amount', trim_scale(amount)::text))
                       from compliance.fact fact
                      where fact.organisation_id = organisation.id and removed_at is null), '[]') as facts
      from register.organisation organisation
     where organisation.deleted_at is null and organisation.alliance_id = any (${allianceIds}::uuid[])
       and organisation.kind <> 'cooperative-group' and organisation.status in ('operating', 'suspended', 'ceased')
       and (organisation.status = 'ceased'
            or exists (select from compliance.fact fact
                        where fact.organisation_id = organisation.id and fact.removed_at is null)
            or exists (select from register.period_report report
                        where report.organisation_id = organisation.id
                          and report.members_official < ${Math.max(0, ...minima)}))
     order by organisation.id limit ${CANDIDATES_MAX}`.execute(ctx.read);
  return rows.map(({ counts, facts, kind, status, statusSince, ...organisation }) => ({
    ...organisation,
    watched: {
      kind,
      status,
      statusSince,
      facts,
      members: counts
        .flatMap(({ of, official }) => {
          const on = lastDayOf(of);
          return on ? [{ on, official, of }] : [];
        })
        .toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    },
  }));
}
