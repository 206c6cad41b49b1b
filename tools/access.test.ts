import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listedActs } from '#platform/access/four-eyes.ts';
import { declaredActions, permits } from '#platform/access/permissions.ts';
import type { Actor } from '#platform/ctx.ts';
import { filesUnder, ROOT } from './source.ts';

/** What an inspector may: looking, by hand. An action that changes anything has no place here. */
const LOOKING = [
  'borders.compare',
  'compliance.read-organisations',
  'compliance.read-rules',
  'chains.read',
  'membership.read',
  'inspection.draw-sample',
  'inspection.read-findings',
  'organisations.see',
  'places.see',
  'platform.read-audit',
  'platform.see-delegations',
  'privacy.see-map',
  'privacy.see-reads',
  'register.read-funds',
  'register.read-organisations',
  'reporting.see',
  'review.follow-figure',
  'review.see',
  'workbooks.read-file',
  'workbooks.see-imports',
];
/**
 * What an inspector writes: their own papers, by hand. A kept sample, a finding, its follow-up and the conclusion lie in the
 * schema of inspection alone and change nothing that is inspected; without them the looking would leave no result.
 */
const OWN_PAPERS = [
  'inspection.conclude-sample',
  'inspection.keep-sample',
  'inspection.record-finding',
  'inspection.verify-follow-up',
];
/** Commands that only take something out, and leave nothing but the entry that says so. */
const TAKING_OUT = [
  'src/borders/commands/take-out-comparison.ts',
  'src/compliance/commands/take-out-rules.ts',
  'src/compliance/commands/take-out-warnings.ts',
  'src/inspection/commands/take-out-findings.ts',
  'src/inspection/commands/take-out-sample.ts',
  'src/people/commands/take-out-people.ts',
  'src/register/commands/export-organisations.ts',
];

const files = filesUnder('src');
const modules = files.filter((file) => /\/permissions\.ts$|\/accounts\.server\.ts$/.test(file));
for (const file of modules) await import(path.join(ROOT, file));
const actions = declaredActions();
const inspector: Actor = {
  accountId: null,
  name: 'Kiểm tra',
  grants: [{ role: 'inspector', scope: 'cluster:C', covers: ['alliance:A'] }],
};
const scopes = ['system', 'cluster:C', 'alliance:A', 'cluster:D', 'alliance:B'] as const;

/** The closed list of acts that need two people (IAM-04): adding one is a decision. */
const LISTED = [
  'register.export-personal',
  'reorganisation.merge',
  'reorganisation.undo',
  'review.lock',
  'review.restate',
  'workbooks.undo-import',
];

test('IAM-04 the list of acts that need two people is closed, and inspectors have no part in it', async () => {
  for (const file of files.filter((each) => each.endsWith('/four-eyes.ts'))) await import(path.join(ROOT, file));
  const acts = listedActs();

  expect(acts.map(({ name }) => name).sort()).toEqual(LISTED);
  for (const { proposing, approving } of acts) {
    expect(proposing.allowed.inspector ?? approving.allowed.inspector).toBeUndefined();
    expect(Object.keys(proposing.allowed).length).toBeGreaterThan(0);
    expect(Object.keys(approving.allowed).length).toBeGreaterThan(0);
  }
});

test('the actions of every slice are known, each by one name', () => {
  const names = actions.map(({ name }) => name);

  expect(modules.length).toBeGreaterThan(6);
  expect(names.length).toBeGreaterThan(25);
  expect(new Set(names).size).toBe(names.length);
});

test('AUD-03 an inspector may look within their scope, and nothing else', () => {
  const allowed = actions.filter((each) => scopes.some((scope) => permits(inspector, each, scope)));
  const outside = actions.filter((each) =>
    (['system', 'cluster:D', 'alliance:B'] as const).some((scope) => permits(inspector, each, scope)),
  );

  expect(allowed.map(({ name }) => name).sort()).toEqual([...LOOKING, ...OWN_PAPERS].sort());
  expect(outside).toEqual([]);
});

test('AUD-04 what an inspector writes are their own papers: no other slice asks for these rights, no other table is written', () => {
  const writers = files.filter((file) => /^src\/inspection\/.*\.tsx?$/.test(file) && !file.includes('.test.'));
  const texts = writers.map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
  const written = texts.flatMap((text) =>
    [...text.matchAll(/(?:insert into|update|delete from)\s+([a-z]+)\.[a-z_]+/g)].map(([, schema]) => schema),
  );
  const strangers = files
    .filter((file) => !file.startsWith('src/inspection/') && !file.includes('.test.'))
    .filter((file) => OWN_PAPERS.some((name) => readFileSync(path.join(ROOT, file), 'utf8').includes(`'${name}'`)));

  expect(written.length).toBeGreaterThan(4);
  expect(new Set(written)).toEqual(new Set(['inspection']));
  expect(texts.join('\n')).not.toMatch(/\.(insertInto|updateTable|deleteFrom)\(/);
  expect(strangers).toEqual([]);
});

test('AUD-03 no command that changes something asks for a right that an inspector has', () => {
  const commands = files.filter(
    (file) => /^src\/[^/]+\/(commands|acts)\/[^/]+\.ts$/.test(file) && !file.includes('.test.'),
  );
  const lax = commands
    .filter((file) => !TAKING_OUT.includes(file))
    .filter((file) => {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      return LOOKING.some((name) => text.includes(`'${name}'`)) || /require\w*See\w*\(/.test(text);
    });

  expect(commands.length).toBeGreaterThan(25);
  expect(lax).toEqual([]);
});
