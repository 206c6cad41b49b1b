import { expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import '../../words.ts';
import { readVolumeAlert } from './alert.server.ts';
import { noteRead } from './read-log.server.ts';
import type { PersonalRead } from './reading.ts';
import { aPerson } from './testing.ts';

const system = await testSystem();
const admin = testCtx(system);
const { rows: alliances } = await sql<{ id: string; code: string }>`
  select id, code from organisations.alliance order by code`.execute(system.owner.kysely);
const idOf = (code: string) => alliances.find((one) => one.code === code)?.id ?? '';
const [NA, HT] = [idOf('LMHTX-NA'), idOf('LMHTX-HT')];
const OFFICER = [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] as const;

/** Different organisations, by number; the same numbers are the same organisations. */
function people(first: number, count: number, allianceId = NA) {
  return Array.from({ length: count }, (_, at) => ({
    id: `00000000-0000-4000-8000-${String(first + at).padStart(12, '0')}`,
    allianceId,
  }));
}

function read(subjects: PersonalRead['subjects'], context: PersonalRead['context'] = 'list'): PersonalRead {
  return { context, purpose: 'browse-list', subjects };
}

async function rowsOf(name: string) {
  const { rows } = await sql<{ context: string; people: number; alliance: string; scope: string }>`
    select context, people, alliance_id as alliance, reader_scope as scope from privacy.read_log
     where read_by = ${name} order by people desc`.execute(system.owner.kysely);
  return rows;
}

const stopped = expect.objectContaining({
  refusal: expect.objectContaining({ code: 'platform.personal-reads.too-many' }),
});

test('PDP-06 a list is one entry with its count, whoever reads; nothing read is nothing kept', async () => {
  const { ctx } = await aPerson(system, 'Người xem danh sách', OFFICER);

  await noteRead(ctx, read(people(1, 50)));
  await noteRead(ctx, read([]));

  expect(await rowsOf('Người xem danh sách')).toEqual([
    { context: 'list', people: 50, alliance: NA, scope: 'alliance:LMHTX-NA' },
  ]);
});

test('PDP-06 a list over two alliances is one entry for each, so that each sees its own', async () => {
  const { ctx } = await aPerson(system, 'Người hai tỉnh', [
    ...OFFICER,
    { role: 'officer', scope: 'alliance:LMHTX-HT' },
  ]);

  await noteRead(ctx, read([...people(1, 3), ...people(10, 2, HT)]));

  expect((await rowsOf('Người hai tỉnh')).map(({ people: count, alliance }) => [count, alliance])).toEqual([
    [3, NA],
    [2, HT],
  ]);
});

test.each([
  { count: 199, isStopped: false },
  { count: 200, isStopped: false },
  { count: 201, isStopped: true },
])('PDP-06 reading of $count people one by one within an hour is stopped: $isStopped', async ({ count, isStopped }) => {
  const name = `Người đọc ${count}`;
  const { ctx } = await aPerson(system, name, OFFICER);
  await noteRead(ctx, read(people(1, count - 1)));

  const last = noteRead(ctx, read(people(count, 1), 'profile'));

  if (isStopped) await expect(last).rejects.toEqual(stopped);
  else await expect(last).resolves.toBeUndefined();
  expect((await rowsOf(name)).reduce((sum, row) => sum + row.people, 0)).toBe(isStopped ? 200 : count);
});

test('PDP-06 one who was stopped reads on of those already read, and of others when the hour is over, not a minute before', async () => {
  const person = await aPerson(system, 'Người bị dừng', OFFICER, '2024-06-24T02:00:00Z');
  await noteRead(person.ctx, read(people(1, 200)));

  await noteRead(person.at('2024-06-24T02:30:00Z'), read(people(1, 1), 'profile'));
  await expect(noteRead(person.at('2024-06-24T02:59:00Z'), read(people(201, 1), 'profile'))).rejects.toEqual(stopped);
  await expect(noteRead(person.at('2024-06-24T03:00:01Z'), read(people(201, 1), 'profile'))).resolves.toBeUndefined();
});

test('PDP-06 the sentence says how many, and from when on one may read again', async () => {
  const person = await aPerson(system, 'Người được báo giờ', OFFICER);
  await noteRead(person.ctx, read(people(1, 200)));

  const error = await noteRead(person.at('2024-06-24T02:10:00Z'), read(people(300, 1))).catch((thrown) => thrown);

  expect(sayRefusal(error.refusal)).toContain('200 người');
  expect(sayRefusal(error.refusal)).toContain('từ 24/06/2024 10:00');
});

test('PDP-06 a list longer than the limit is refused whole, with another way out', async () => {
  const { ctx } = await aPerson(system, 'Người xem quá dài', OFFICER);

  const error = await noteRead(ctx, read(people(1, 201))).catch((thrown) => thrown);

  expect(error).toEqual(stopped);
  expect(sayRefusal(error.refusal)).toContain('bỏ cột');
  expect(await rowsOf('Người xem quá dài')).toEqual([]);
});

test('PDP-06 readings at the same time cannot slip through together', async () => {
  const { ctx } = await aPerson(system, 'Người nhiều cửa sổ', OFFICER);
  await noteRead(ctx, read(people(1, 195)));

  const answers = await Promise.allSettled(
    Array.from({ length: 12 }, (_, at) => noteRead(ctx, read(people(500 + at, 1), 'profile'))),
  );

  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});

test('PDP-06 who was stopped is told to administrators once, and is in the record of acts', async () => {
  const person = await aPerson(system, 'Người đọc quá mức', OFFICER, '2024-07-01T02:00:00Z');
  const noon = testCtx(system, { today: '2024-07-01' });
  expect(await readVolumeAlert(noon)).toBeUndefined();
  await noteRead(person.ctx, read(people(1, 200)));
  expect(await readVolumeAlert(noon)).toBeUndefined();

  for (const at of [1, 2, 3]) await expect(noteRead(person.ctx, read(people(300 + at, 1)))).rejects.toEqual(stopped);

  expect(await readVolumeAlert(noon)).toContain('Người đọc quá mức');
  const { rows } = await sql<{ facts: object }>`select facts from platform.event
    where kind = 'platform.personal-reads-stopped' and created_by = 'Người đọc quá mức'`.execute(system.owner.kysely);
  expect(rows).toEqual([{ facts: { people: 201, peopleMax: 200 } }]);
});

test('PDP-06 the limit is a dated value that an office may change', async () => {
  await sql`update legal.rule_value set valid_until = '2025-01-01' where key = 'privacy.people-read-per-hour'`.execute(
    system.owner.kysely,
  );
  await sql`insert into legal.rule_value (id, key, value, unit, citation, certainty, valid_from)
    values (gen_random_uuid(), 'privacy.people-read-per-hour', '3', 'người mỗi giờ', 'quyết định thử', 'D', '2025-01-01')`.execute(
    system.owner.kysely,
  );
  const person = await aPerson(system, 'Người năm sau', OFFICER, '2025-02-03T02:00:00Z');

  await noteRead(person.ctx, read(people(1, 3)));
  await expect(noteRead(person.ctx, read(people(4, 1)))).rejects.toEqual(stopped);
});

test('PDP-06 the log can be neither changed nor emptied by the application', async () => {
  await noteRead(admin, read(people(1, 1)));

  for (const statement of [
    'update privacy.read_log set purpose = purpose',
    'delete from privacy.read_log',
    'truncate privacy.read_log',
    'delete from privacy.read_stop',
  ])
    await expect(system.app.pool.query(statement)).rejects.toThrow(/permission denied/);
});
