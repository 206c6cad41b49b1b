import { expect, test } from 'vitest';
import { readSeed } from '#platform/files/seed.server.ts';
import type { RuleBook } from './model.ts';
import { findRule, ruleContent, SHAPES, shapeOf } from './rule-book.ts';
import { EDGES } from './testing/edges.ts';
import { SIZE_EDGES } from './testing/size-edges.ts';

const { rows } = await readSeed('rule-values.csv');
const book = rows.map(({ value_json, valid_from, valid_until, verified, ...row }) => ({
  ...row,
  value: JSON.parse(value_json ?? 'null'),
  verified: verified === 'true',
  validFrom: valid_from,
  validUntil: valid_until || null,
  version: 1,
})) as unknown as RuleBook;
const ours = book.filter(({ key }) => shapeOf(key) !== undefined);
const edges = [...EDGES, ...SIZE_EDGES];

test.each(edges.map((edge) => ({ ...edge, name: `${edge.rule}: ${edge.says} [${edge.cite}]` })))(
  'REG-07 $name',
  ({ run, is }) => {
    expect(run(book)).toEqual(is);
  },
);

/** Rows without an edge: nothing that decides may be added without one. */
function withoutEdges(all: RuleBook): readonly string[] {
  const known = new Set(edges.map(({ rule }) => rule));
  return all.map(({ key, validFrom }) => `${key}@${validFrom}`).filter((name) => !known.has(name));
}

test('REG-07 every dated row that a rule reads has its table of edge values, and every table its row', () => {
  const names = new Set(ours.map(({ key, validFrom }) => `${key}@${validFrom}`));

  expect(ours.length).toBeGreaterThan(90);
  expect(withoutEdges(ours)).toEqual([]);
  expect([...new Set(edges.map(({ rule }) => rule))].filter((rule) => !names.has(rule))).toEqual([]);
});

test('REG-07 ✘ a row added without edge values is found', () => {
  const [first] = ours;
  const added = { ...first, key: 'members.minimum.cooperative', validFrom: '2030-01-01' } as (typeof ours)[number];

  expect(withoutEdges([...ours, added])).toEqual(['members.minimum.cooperative@2030-01-01']);
});

test('REG-07 every row has its shape and its citation; what nobody has compared with the text says so', () => {
  const wrong = ours.filter((rule) => !SHAPES[shapeOf(rule.key) ?? 'words'].safeParse(rule.value).success);

  expect(wrong.map(({ key }) => key)).toEqual([]);
  expect(ours.filter(({ citation }) => citation.trim() === '')).toEqual([]);
  expect(ours.filter(({ verified }) => verified)).toEqual([]);
});

test('REG-07 rows that the sources leave open ship empty, with no number borrowed', () => {
  const empty = ours.filter((rule) => rule.key.startsWith('size.') && JSON.stringify(rule.value).includes('null'));

  expect(empty.map(({ key }) => key).sort()).toEqual([
    'size.finance.large',
    'size.finance.medium',
    'size.finance.small',
    'size.industry.medium',
    'size.industry.small',
    'size.trade.large',
    'size.trade.medium',
    'size.trade.small',
  ]);
  for (const rule of empty)
    expect(ruleContent(rule, 'thresholds')).toEqual({ members: null, revenueBn: null, capitalBn: null });
});

test('a rule is chosen by the day of the fact: the last day of the old, the first of the new', () => {
  const on = (day: string) => findRule(book, 'members.minimum.cooperative', day as never)?.value;

  expect([on('2013-06-30'), on('2013-07-01'), on('2024-06-30'), on('2024-07-01')]).toEqual([undefined, 7, 7, 5]);
});
