import { expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { testSystem } from '#platform/testing/system.ts';
import type { Table } from './catalogue.ts';
import { distributionOf, tablesOf } from './catalogue.ts';

const { owner } = await testSystem();
const tables = (await tablesOf(owner)).filter((table) => table.name !== 'public.migration');
const byName = new Map(tables.map((table) => [table.name, table]));

/** What may depart from a rule, and why. The list may only shrink. */
const MAY_OVERLAP: Readonly<Record<string, string>> = {
  'organisations.position': 'several people hold offices of one alliance at a time',
  'platform.account_grant':
    'a person may hold several grants, and one again after it ended; the key keeps beginnings apart',
  'register.span':
    'derived in one statement from acts, its key keeps beginnings apart; an index for exclusion would cost an import twice its time',
  'portal.announcement': 'several announcements are shown at a time',
};
/** Columns that a key has beside the id it follows, so that policies find them on the row itself. */
const CARRIED_ALONG: ReadonlySet<string> = new Set(['alliance_id', 'cluster_id']);
const TIME_WITHOUT_PERSON: Readonly<Record<string, string>> = {
  'portal.article.published_at': 'the page shows the pen name; who published is an act in platform.event',
};

function problems(check: (table: Table) => readonly (string | false | undefined)[]): readonly string[] {
  return tables.flatMap((table) => check(table).flatMap((problem) => (problem ? [`${table.name}: ${problem}`] : [])));
}

function columnsEnding(table: Table, end: string) {
  return table.columns.filter((column) => column.name.endsWith(end));
}

test('the catalogue is really read', () => {
  expect(tables.length).toBeGreaterThan(25);
  expect(tables.flatMap((table) => table.constraints).filter((each) => each.kind === 'f').length).toBeGreaterThan(20);
});

test('every table has a schema of its own and says in its comment what it holds and how it would be distributed', () => {
  const found = problems((table) => [
    table.name.startsWith('public.') && 'belongs to no slice',
    distributionOf(table) === undefined && 'its comment does not begin with "@dist …. "',
  ]);

  expect(found).toEqual([]);
});

test('tables are named by one thing, in the singular', () => {
  const found = problems(({ name }) => [/[^su]s$/.test(name) && 'is a plural']);

  expect(found).toEqual([]);
});

test('types are those we use: no varchar, json, float, serial, or time without a zone', () => {
  const allowed = /^(uuid|text|smallint|integer|bigint|numeric|boolean|date|timestamp with time zone|jsonb|bytea)$/;

  const found = problems((table) =>
    table.columns.map((column) => !allowed.test(column.type) && `${column.name} is ${column.type}`),
  );

  expect(found).toEqual([]);
});

test('the end of a name says the type: _at a moment, _on a day, _dong whole money', () => {
  const found = problems((table) => [
    ...columnsEnding(table, '_at').map(
      (each) => each.type !== 'timestamp with time zone' && `${each.name} is no moment`,
    ),
    ...columnsEnding(table, '_on').map((each) => each.type !== 'date' && `${each.name} is no day`),
    ...columnsEnding(table, '_dong').map((each) => each.type !== 'bigint' && `${each.name} is no bigint`),
    ...['valid_from', 'valid_until'].map(
      (name) => table.columns.some((each) => each.name === name && each.type !== 'date') && `${name} is no day`,
    ),
  ]);

  expect(found).toEqual([]);
});

test('a moment that may be unknown comes with the person who acted', () => {
  const found = problems((table) =>
    columnsEnding(table, '_at').map((each) => {
      const isPaired = table.columns.some((other) => other.name === each.name.replace(/_at$/, '_by'));
      return (
        !each.isRequired &&
        !isPaired &&
        !(`${table.name}.${each.name}` in TIME_WITHOUT_PERSON) &&
        `${each.name} stands alone`
      );
    }),
  );

  expect(found).toEqual([]);
});

test('every foreign key has an index that begins with its columns, or with the id of a key that only carries along whose the row is', () => {
  const found = problems((table) =>
    table.constraints
      .filter((each) => each.kind === 'f')
      .map((key) => {
        const isIndexed = table.indexes.some((index) =>
          key.columns
            .filter((column) => key.columns.length === 1 || !CARRIED_ALONG.has(column))
            .every((column, _, columns) => index.columns.slice(0, columns.length).includes(column)),
        );
        return !isIndexed && `${key.columns.join(', ')} has no index`;
      }),
  );

  expect(found).toEqual([]);
});

test('spans of validity exclude one another', () => {
  const found = problems((table) => {
    const isDated = ['valid_from', 'valid_until'].every((name) => table.columns.some((each) => each.name === name));
    const excludes = table.constraints.some((each) => each.kind === 'x');
    return [isDated && !excludes && !(table.name in MAY_OVERLAP) && 'may overlap'];
  });

  expect(found).toEqual([]);
});

test('what is append-only can be neither changed nor removed by the application', () => {
  const appendOnly = tables.filter((table) => /append-only/i.test(table.comment));
  const fixed = ['review.snapshot', 'review.paper', 'platform.event', 'reporting.value_entry', 'register.change'];

  expect(fixed.filter((name) => !byName.has(name))).toEqual([]);
  const found = problems((table) => [
    (appendOnly.includes(table) || fixed.includes(table.name)) &&
      table.grants.some((grant) => grant !== 'SELECT' && grant !== 'INSERT') &&
      `grants ${table.grants.join(', ')}`,
  ]);
  expect(appendOnly.length).toBeGreaterThan(2);
  expect(found).toEqual([]);
});

test('IAM-01 every table is guarded by policies for all that is granted on it, or says why it is open to all', () => {
  const found = problems((table) => {
    const why = /Open to all: (.{8,})\.$/.exec(table.comment)?.[1];
    const unguarded = table.grants.filter((grant) => ![grant, 'ALL'].some((each) => table.policies.includes(each)));
    return [
      !table.isGuarded && !why && 'has neither a policy nor a reason',
      table.isGuarded && why !== undefined && 'is open to all, says its comment, and guarded',
      table.isGuarded && unguarded.length > 0 && `is granted ${unguarded.join(', ')} that no policy speaks of`,
    ];
  });

  expect(tables.filter((table) => table.isGuarded).length).toBeGreaterThan(25);
  expect(found).toEqual([]);
});

test('IAM-01 the role of the application cannot pass the policies by: it owns nothing and has no such right', async () => {
  const found = await sql<{ name: string }>`
    select rolname as name from pg_roles where rolname = 'hopluc_app' and (rolsuper or rolbypassrls or rolcreaterole)
    union all
    select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'hopluc_app'
    union all
    select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`.execute(owner.kysely);

  expect(found.rows).toEqual([]);
});

test('the application is granted only what data need', () => {
  const found = problems((table) => [
    table.grants.some((grant) => !['SELECT', 'INSERT', 'UPDATE', 'DELETE'].includes(grant)) &&
      `grants ${table.grants.join(', ')}`,
  ]);

  expect(found).toEqual([]);
});

test('a table split by a column has that column in every key, and leads to and from its like only', () => {
  const found = problems((table) => {
    const own = distributionOf(table);
    if (typeof own !== 'object') return [linksToSplit(table)];
    return [
      !table.columns.some((column) => column.name === own.by && column.isRequired) && `has no required ${own.by}`,
      ...table.constraints
        .filter((each) => 'pux'.includes(each.kind))
        .map((each) => !each.columns.includes(own.by) && `${each.name} lacks ${own.by}`),
      ...table.indexes.map((each) => each.isUnique && !each.columns.includes(own.by) && `${each.name} lacks ${own.by}`),
      ...table.constraints.map((each) => each.kind === 'f' && foreignProblem(each, own.by)),
      table.triggers.length > 0 && `has triggers ${table.triggers.join(', ')}`,
    ];
  });

  expect(found).toEqual([]);
});

/** A key from what is on one node, or on all, cannot lead to rows that are spread. */
function linksToSplit(table: Table): string | undefined {
  const bad = table.constraints.find((each) => each.kind === 'f' && isSplit(each.target));
  return bad && `${bad.name} leads to ${bad.target}, which is split`;
}

function foreignProblem(key: Table['constraints'][number], by: string): string | undefined {
  const target = key.target === null ? undefined : byName.get(key.target);
  const theirs = target && distributionOf(target);
  if (theirs === 'reference') return undefined;
  if (typeof theirs !== 'object') return `${key.name} leads to ${key.target}, which is on one node only`;
  const at = key.columns.indexOf(by);
  return at >= 0 && key.targetColumns[at] === theirs.by ? undefined : `${key.name} does not carry ${by} along`;
}

function isSplit(name: string | null): boolean {
  const target = name === null ? undefined : byName.get(name);
  return target !== undefined && typeof distributionOf(target) === 'object';
}
