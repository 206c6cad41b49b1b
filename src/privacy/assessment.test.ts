import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { assessmentAlert } from './alert.ts';
import { dueOn, flowsOf } from './assessment.ts';
import { issueAssessment } from './commands/issue-assessment.ts';
import { readDataMap } from './data-map.ts';
import { lastAssessment } from './queries.ts';

const system = await testSystem();

test('PDP-08 every column of the map is in exactly one flow of the assessment, with all who receive it', async () => {
  const { columns } = await readDataMap();
  const flows = flowsOf(columns);

  for (const one of columns) {
    const own = flows.filter(
      (flow) => flow.purpose === one.purpose && flow.people === one.people && flow.retention === one.retention,
    );
    expect(own).toHaveLength(1);
    expect(own[0]?.data).toContain(one.data);
    expect(one.viewers.filter((viewer) => !own[0]?.recipients.includes(viewer))).toEqual([]);
  }
  expect(flows.flatMap(({ bases }) => bases).some(({ isToCheck }) => isToCheck)).toBe(true);
});

test.each([
  ['2024-06-24', 12, '2025-06-24'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-12-31', 2, '2025-02-28'],
  ['2024-12-01', 1, '2025-01-01'],
])('an assessment of %s is due after %i months on %s', (made, months, due) => {
  expect(dueOn(isoDate(made), months)).toBe(due);
});

test('PDP-08 an assessment older than twelve months is an alert, on the day and not before', async () => {
  const at = (today: string) => testCtx(system, { today });
  expect(assessmentAlert(await lastAssessment(at('2024-06-24')), at('2024-06-24').today)).toContain('Chưa có hồ sơ');

  await issueAssessment(at('2024-06-24'));

  const alertOn = async (day: string) => assessmentAlert(await lastAssessment(at(day)), at(day).today);
  expect(await alertOn('2024-06-24')).toBeUndefined();
  expect(await alertOn('2025-06-23')).toBeUndefined();
  expect(await alertOn('2025-06-24')).toContain('quá hạn từ 24/06/2025');
  await issueAssessment(at('2025-06-24'));
  expect(await alertOn('2025-06-24')).toBeUndefined();
});

test('PDP-08 the assessment keeps the map of its day, is recorded, and nobody changes it', async () => {
  const { columns, sha256 } = await readDataMap();
  const ctx = testCtx(system, { today: '2026-06-24', name: 'Quản trị lập hồ sơ' });

  await issueAssessment(ctx);

  const { rows } = await sql<{ body: { columns: unknown[] }; map_sha256: string }>`
    select body, map_sha256 from privacy.assessment where issued_by = 'Quản trị lập hồ sơ'`.execute(
    system.owner.kysely,
  );
  expect(rows[0]?.map_sha256).toBe(sha256);
  expect(rows[0]?.body.columns).toEqual(columns);
  const { rows: acts } = await sql`select facts from platform.event
    where kind = 'privacy.assessment-issued' and created_by = 'Quản trị lập hồ sơ'`.execute(system.owner.kysely);
  expect(acts).toEqual([{ facts: { mapSha256: sha256, columns: columns.length } }]);
  await expect(system.app.pool.query('delete from privacy.assessment')).rejects.toThrow(/permission denied/);
});

test.each([
  { role: 'inspector', scope: 'system' },
  { role: 'officer', scope: 'alliance:LMHTX-NA' },
  { role: 'leader', scope: 'cluster:CUM-BTB' },
] as const)('PDP-08 $role makes no assessment', async (grant) => {
  await expect(issueAssessment(testCtx(system, { grants: [grant] }))).rejects.toMatchObject({
    refusal: { code: 'platform.access.denied' },
  });
});
