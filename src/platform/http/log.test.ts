import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { sql } from '#platform/db/db.server.ts';
import { testSystem } from '#platform/testing/system.ts';
import { makeLog } from './log.server.ts';

function linesOf(write: (log: ReturnType<typeof makeLog>) => void): string {
  const stream = new PassThrough();
  write(makeLog('info', stream));
  return String(stream.read() ?? '');
}

test('a database error is logged by its code and place, without the row that it quotes', async () => {
  const system = await testSystem();
  const insert = sql`insert into platform.event (id, kind, subject_id, facts, created_at, created_by)
    values (null, 'Nguyễn Thị Hòa', 'x', '{}', now(), 'x')`.execute(system.owner.kysely);
  const error = await insert.catch((caught) => caught);

  const line = linesOf((log) => log.error({ err: error }, 'a page failed'));

  expect(error.detail).toContain('Nguyễn Thị Hòa');
  expect(line).toContain('"code":"23502"');
  expect(line).toContain('"table":"event"');
  expect(line).toContain('log.test.ts');
  expect(line).not.toContain('Nguyễn');
});

test('any other bug is logged with its message and stack', () => {
  const line = linesOf((log) => log.error({ err: new Error('the sky fell') }, 'a page failed'));

  expect(line).toContain('the sky fell');
  expect(line).toContain('log.test.ts');
});

test('V16.4.1 what a caller sends makes no second line of a log', () => {
  const lines = linesOf((log) => log.info({ path: '/tin/\n{"level":60,"msg":"forged"}\u2028\r\nx' }, 'answered'));

  expect(lines.trimEnd().split(/\r?\n/)).toHaveLength(1);
  expect(JSON.parse(lines).msg).toBe('answered');
});

test('V16.2.5 a connection that fails is logged without its password', async () => {
  const { openDatabase } = await import('#platform/db/db.server.ts');
  const nowhere = openDatabase({ connectionString: 'postgres://hopluc:bi-mat-9@127.0.0.1:1/x', connectionsMax: 1 });
  const error = await sql`select 1`.execute(nowhere.kysely).catch((caught) => caught);
  await nowhere.close();

  const line = linesOf((log) => log.error({ err: error }, 'the database does not answer'));

  expect(line).toContain('ECONNREFUSED');
  expect(line).not.toContain('bi-mat-9');
});
