import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { AuditException } from './audit-dependencies.ts';
import { openFindings } from './audit-dependencies.ts';
import { sbomOf } from './sbom.ts';
import { ROOT } from './source.ts';

const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
const own = read('package.json');
const lock = read('package-lock.json');

const answer = (severity: string) =>
  JSON.stringify({
    vulnerabilities: {
      above: { via: ['deep'] },
      deep: { via: [{ name: 'deep', severity, title: 'falls over', url: 'https://github.com/advisories/GHSA-1' }] },
    },
  });
const borne: AuditException = { advisory: 'GHSA-1', package: 'deep', until: '2026-12-31', why: 'not reachable' };

test('the list of what is shipped names every package that runs, with version, hash and licence, and no tool', () => {
  const sbom = JSON.parse(sbomOf(lock, own));
  const names = new Set(sbom.components.map((each: { name: string }) => each.name));

  expect(Object.keys(JSON.parse(own).dependencies).filter((name) => !names.has(name))).toEqual([]);
  expect(names.has('vitest')).toBe(false);
  expect(
    sbom.components.filter((each: { hashes?: unknown; version?: string }) => !each.hashes || !each.version),
  ).toEqual([]);
});

test('what a package rests on is in the list too', () => {
  const sbom = JSON.parse(sbomOf(lock, own));
  const refs = new Set([
    sbom.metadata.component['bom-ref'],
    ...sbom.components.map((each: { 'bom-ref': string }) => each['bom-ref']),
  ]);
  const wanted = sbom.dependencies.flatMap((each: { ref: string; dependsOn: string[] }) => [
    each.ref,
    ...each.dependsOn,
  ]);

  expect(wanted.length).toBeGreaterThan(300);
  expect(wanted.filter((ref: string) => !refs.has(ref))).toEqual([]);
});

test('the same lock file gives the same list, byte for byte', () => {
  expect(sbomOf(lock, own)).toBe(sbomOf(lock, own));
  expect(sbomOf(lock, own)).not.toMatch(/timestamp/);
});

test.each([
  { severity: 'critical', findings: 1 },
  { severity: 'high', findings: 1 },
  { severity: 'moderate', findings: 0 },
])('a $severity weakness of a shipped package counts $findings', ({ severity, findings }) => {
  expect(openFindings(answer(severity), [], '2026-11-25')).toHaveLength(findings);
});

test('a weakness may be borne until a day, not beyond', () => {
  expect(openFindings(answer('high'), [borne], '2026-12-31')).toEqual([]);
  expect(openFindings(answer('high'), [borne], '2027-01-01')).toHaveLength(1);
});

test('an answer that is no report is told from a clean one', () => {
  expect(openFindings('{"statusCode":405,"error":{}}', [], '2026-11-25')).toBeUndefined();
  expect(openFindings('', [], '2026-11-25')).toBeUndefined();
  expect(openFindings('{"vulnerabilities":{}}', [], '2026-11-25')).toEqual([]);
});

test('every exception says which weakness, why and until when', () => {
  const { exceptions } = JSON.parse(read('docs/security/audit-exceptions.json'));

  expect(Array.isArray(exceptions)).toBe(true);
  for (const each of exceptions)
    expect(each).toMatchObject({
      advisory: expect.stringMatching(/^GHSA-/),
      package: expect.any(String),
      until: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      why: expect.stringMatching(/.{10,}/),
    });
});
