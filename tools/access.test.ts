import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listedActs } from '#platform/access/four-eyes.ts';
import { declaredActions, permits } from '#platform/access/permissions.ts';
import type { Actor } from '#platform/ctx.ts';
import { filesUnder, ROOT } from './source.ts';

/** What an inspector may: looking, by hand. An action that changes anything has no place here. */
const LOOKING = [
  'inspection.draw-sample',
  'platform.read-audit',
  'register.read-funds',
  'register.read-organisations',
  'reporting.see',
  'review.follow-figure',
  'review.see',
  'workbooks.see-imports',
];
/** Commands that only take something out, and leave nothing but the entry that says so. */
const TAKING_OUT = ['src/inspection/commands/take-out-sample.ts', 'src/register/commands/export-organisations.ts'];

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
const LISTED = ['review.lock', 'review.restate', 'workbooks.undo-import'];

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

  expect(allowed.map(({ name }) => name).sort()).toEqual(LOOKING);
  expect(outside).toEqual([]);
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
