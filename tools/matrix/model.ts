import { isOfficeRole } from '#platform/access/roles.ts';
import type { Role } from '#platform/ctx.ts';

/** A person of the matrix: a role at a place. `near`: another alliance of the same cluster. `far`: another cluster. */
export interface Column {
  readonly role: Role | 'public';
  readonly at: 'own' | 'near' | 'far' | 'system' | 'nowhere';
  readonly scope: string | null;
}

/** Own: NA and its cluster, whose things the rows are about. */
const OWN_UNIT = 'alliance:LMHTX-NA';
const OWN_CLUSTER = 'cluster:CUM-BTB';
const NEAR_UNIT = 'alliance:LMHTX-HT';
const SOME_ID = '018f3c2e-0000-7000-8000-000000000001';
export const FAR_UNIT = 'alliance:LMHTX-XA';
export const FAR_CLUSTER = 'cluster:CUM-XA';

/** Every role that can be granted, at every place that makes a difference. */
export const COLUMNS = {
  admin: { role: 'admin', at: 'system', scope: 'system' },
  secretary: { role: 'secretary', at: 'own', scope: OWN_CLUSTER },
  'secretary far': { role: 'secretary', at: 'far', scope: FAR_CLUSTER },
  head: { role: 'leader', at: 'own', scope: OWN_CLUSTER },
  'head far': { role: 'leader', at: 'far', scope: FAR_CLUSTER },
  leader: { role: 'leader', at: 'own', scope: OWN_UNIT },
  'leader near': { role: 'leader', at: 'near', scope: NEAR_UNIT },
  'leader far': { role: 'leader', at: 'far', scope: FAR_UNIT },
  officer: { role: 'officer', at: 'own', scope: OWN_UNIT },
  'officer near': { role: 'officer', at: 'near', scope: NEAR_UNIT },
  'officer far': { role: 'officer', at: 'far', scope: FAR_UNIT },
  department: { role: 'officer', at: 'own', scope: `department:${OWN_UNIT.slice('alliance:'.length)}/tong-hop` },
  editor: { role: 'editor', at: 'own', scope: OWN_CLUSTER },
  'editor far': { role: 'editor', at: 'far', scope: FAR_CLUSTER },
  inspector: { role: 'inspector', at: 'own', scope: OWN_CLUSTER },
  'inspector far': { role: 'inspector', at: 'far', scope: FAR_CLUSTER },
  'fund officer': { role: 'fund-officer', at: 'own', scope: 'fund:QUY-NA' },
  'fund approver': { role: 'fund-approver', at: 'own', scope: 'fund:QUY-NA' },
  council: { role: 'council-member', at: 'own', scope: OWN_CLUSTER },
  cooperative: { role: 'cooperative', at: 'own', scope: `organisation:${SOME_ID}` },
  'credit fund': { role: 'credit-fund', at: 'own', scope: `credit-fund:${SOME_ID}` },
  public: { role: 'public', at: 'nowhere', scope: null },
} as const satisfies Readonly<Record<string, Column>>;

export type Who = keyof typeof COLUMNS;

/**
 * What the person is answered. `sees`: the page, the file, the data. `does`: the right is there; whether the act itself
 * is lawful now is another matter. `sign-in`: led to the door. `denied`: 403. `hidden`: as if there were no such thing.
 * `turned-away`: one of these two.
 */
export type Answer = 'sees' | 'does' | 'sign-in' | 'denied' | 'hidden' | 'turned-away';

export type Expected = Partial<Record<Answer, readonly (Who | readonly Who[])[]>>;

/** Ids and codes of what the test has arranged, by the name that stands in a row's address. */
export type Known = Readonly<Record<string, string>>;

export interface Row {
  readonly method: 'GET' | 'POST';
  /** The pattern of the route table, or the path of the description of the API. */
  readonly route: string;
  /** The address asked for, `{name}` standing for what was arranged. */
  readonly address: string;
  /** Of a form: which act it is, when its page has several. */
  readonly act: string;
  readonly form: Readonly<Record<string, string>>;
  /** In which state of things, in words; empty when it makes no difference. */
  readonly when: string;
  readonly expected: Expected;
}

/** A page or file. The address is the route's own unless another is given. */
export function get(route: string, expected: Expected, how: { address?: string; when?: string } = {}): Row {
  return { method: 'GET', route, address: how.address ?? route, act: '', form: {}, when: how.when ?? '', expected };
}

/** A form that is posted. Its words parse, so that the answer tells of the right and not of a spelling. */
export function post(
  route: string,
  form: Readonly<Record<string, string>>,
  expected: Expected,
  how: { address?: string; when?: string; act?: string } = {},
): Row {
  const act = how.act ?? form.act ?? form.viec ?? form.intent ?? '';
  return { method: 'POST', route, address: how.address ?? route, act, form, when: how.when ?? '', expected };
}

const ALL = Object.keys(COLUMNS) as readonly Who[];

function among(choose: (column: Column, who: Who) => boolean): readonly Who[] {
  return ALL.filter((who) => choose(COLUMNS[who], who));
}

export const PUBLIC: readonly Who[] = ['public'];
export const EVERYBODY = ALL;
/** Whoever has signed in with an office. */
export const OFFICES = among(({ role }) => role !== 'public' && isOfficeRole(role));
/** Roles that can be given and have no screens yet. */
export const WITHOUT_SCREENS = among(({ role }) => role !== 'public' && !isOfficeRole(role));
/** Offices within the cluster whose things the rows are about, with the administrator. */
export const NEAR = among(({ role, at }) => role !== 'public' && isOfficeRole(role) && at !== 'far');
export const FAR = among(({ at }) => at === 'far');

/** Those of a group who are not among the others. */
export function but(group: readonly Who[], ...others: readonly (Who | readonly Who[])[]): readonly Who[] {
  const out = new Set<string>(others.flat());
  return group.filter((who) => !out.has(who));
}

/**
 * What each person is expected to be answered; a sentence for everybody who is named twice or not at all. Deny by default:
 * whoever has a role without screens sees and does what the public does and is turned away from all else, unless the row
 * says otherwise.
 */
export function spread(row: Row): { readonly answers: ReadonlyMap<Who, Answer>; readonly problems: readonly string[] } {
  const named = Object.entries(row.expected).flatMap(([answer, groups]) =>
    (groups ?? []).flat().map((who) => [who, answer as Answer] as const),
  );
  const answers = new Map(named);
  const ofPublic = answers.get('public');
  for (const who of WITHOUT_SCREENS)
    if (ofPublic && !answers.has(who)) answers.set(who, ofPublic === 'sign-in' ? 'turned-away' : ofPublic);
  const twice = ALL.filter((who) => named.filter(([name]) => name === who).length > 1);
  const left = ALL.filter((who) => !answers.has(who));
  return {
    answers,
    problems: [
      ...twice.map((who) => `${nameOf(row)} says twice what ${who} is answered`),
      ...left.map((who) => `${nameOf(row)} does not say what ${who} is answered`),
    ],
  };
}

export function nameOf({ method, route, act, when }: Row): string {
  return [method, route, act && `(${act})`, when && `[${when}]`].filter(Boolean).join(' ');
}
