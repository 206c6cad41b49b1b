import { expect, test } from 'vitest';
import { readSeed } from '#platform/files/seed.server.ts';
import { testSystem } from '#platform/testing/system.ts';
import { problemsOf } from '../src/privacy/data-map.ts';
import { tablesOf } from './catalogue.ts';
import { NOT_PERSONAL, SHAPES, SMELLS_PERSONAL } from './not-personal.ts';

const { owner } = await testSystem();
const tables = (await tablesOf(owner)).filter(({ name }) => name !== 'public.migration');
const stored = tables.flatMap((table) => table.columns.map((column) => `${table.name}.${column.name}`));
const { rows } = await readSeed('data-map.csv');
const mapped = new Set(rows.map(({ column = '' }) => column));

/** Columns that nobody has looked at: neither mapped as personal nor known to hold nothing of persons. */
function unmapped(columns: readonly string[]): readonly string[] {
  return columns.filter((column) => !mapped.has(column) && !(column in NOT_PERSONAL) && !hasShape(column));
}

function hasShape(column: string): boolean {
  const name = column.slice(column.lastIndexOf('.') + 1);
  return !SMELLS_PERSONAL.test(name) && SHAPES.some(({ is }) => is.test(name));
}

test('PDP-01 every column of every table is mapped as personal or known to hold nothing of persons', () => {
  expect(stored.length).toBeGreaterThan(300);
  expect(unmapped(stored)).toEqual([]);
});

test.each([
  'register.organisation.director_birth_date',
  'register.organisation.citizen_no',
  'register.organisation.home_phone',
  'people.staff.email',
  'platform.session.ip',
  'platform.session.user_agent_hint',
  'reporting.submission.checked_by',
  'rights.request.home_contact',
  'register.organisation.spouse_code',
  'register.organisation.remarks',
])('PDP-01 a new column %s without an entry fails', (column) => {
  expect(unmapped([column])).toEqual([column]);
});

test('PDP-01 the map names columns that exist, each once, and none that was found to hold nothing of persons', () => {
  const names = rows.map(({ column }) => column);

  expect(names.length).toBeGreaterThan(80);
  expect(names.filter((name) => !stored.includes(name ?? ''))).toEqual([]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(names.filter((name) => (name ?? '') in NOT_PERSONAL)).toEqual([]);
  expect(Object.keys(NOT_PERSONAL).filter((name) => !stored.includes(name))).toEqual([]);
});

test('PDP-01 every mapped column has purpose, basis, retention and viewers', () => {
  const found = rows.flatMap((row) => problemsOf(row).map((problem) => `${row.column} ${problem}`));

  expect(found).toEqual([]);
});

const whole = rows[0] ?? {};
test.each([
  ['purpose', 'khác', 'purpose'],
  ['purpose', 'other', 'purpose'],
  ['purpose', '', 'purpose'],
  ['basis', '', 'basis'],
  ['retention', '', 'retention'],
  ['retention', 'mãi mãi', 'retention'],
  ['viewers', '', 'viewers'],
  ['viewers', 'admin everybody', 'viewer'],
  ['certainty', '', 'certain'],
  ['sensitivity', 'secret', 'sensitivity'],
])('PDP-01 an entry whose %s is “%s” is refused', (field, value, said) => {
  expect(problemsOf(whole)).toEqual([]);
  expect(problemsOf({ ...whole, [field]: value }).join(' ')).toContain(said);
});
