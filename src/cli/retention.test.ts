import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stopServer } from '#platform/db/embedded.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { askForData, followRequest, withdrawContact } from '#rights/public.ts';
import { hopluc } from './testing.ts';

const system = await testSystem();
const folder = await mkdtemp(path.join(tmpdir(), 'hopluc lưu trữ '));
const HOPLUC_DATA = path.join(folder, 'data');
const HOPLUC_BACKUP_KEY = 'một khóa dài để thử sao lưu';
const env = {
  DATABASE_URL: system.databaseUrl,
  HOPLUC_DATA,
  HOPLUC_BACKUP_KEY,
  HOPLUC_NOW: '2026-03-02T09:00:00+07:00',
};
const fresh = { ...env, HOPLUC_DATA: path.join(folder, 'mới'), DATABASE_URL: undefined, HOPLUC_DEMO: '0' };

afterAll(async () => {
  await stopServer(path.join(fresh.HOPLUC_DATA, 'postgres'));
  await rm(folder, { recursive: true });
});

async function asked(today: string, wish: string): Promise<string> {
  const input = { kind: 'delete', unit: '', wish, name: 'Mẫu', contact: '0900 000 000', website: '' } as const;
  return await askForData(testCtx(system, { today, grants: [] }), { ...input, consent: 'co' }, { address: wish });
}

test('PDP-05 a backup that is older than a deletion erases again when it is restored, by its rules and by the ledger beside it', async () => {
  await mkdir(HOPLUC_DATA, { recursive: true });
  const withdrawn = await asked('2026-03-01', 'rút');
  const old = await asked('2020-03-02', 'cũ');
  await system.owner.pool.query(
    `update rights.request set closed_at = received_at, closed_by = 'x', outcome = 'whole' where code = $1`,
    [old],
  );

  const backup = await hopluc(['backup', 'bản.hlb', '--json'], env, folder);
  await withdrawContact(testCtx(system, { today: '2026-03-02' }), withdrawn);
  const dry = await hopluc(['retention', '--dry-run', '--json'], env, folder);
  const ran = await hopluc(['retention', '--ledger', 'sổ xóa.jsonl', '--json'], env, folder);
  const restored = await hopluc(['restore', 'bản.hlb', '--deletions', 'sổ xóa.jsonl', '--json'], fresh, folder);

  expect([backup.status, dry.status, ran.status, restored.status]).toEqual([0, 0, 0, 0]);
  const due = (text: string) =>
    JSON.parse(text).lines.find(({ code }: { code: string }) => code === 'request-words').due;
  expect([due(dry.out), due(ran.out)]).toEqual([1, 1]);
  expect(JSON.parse(dry.out)).toMatchObject({ number: null, dryRun: true });
  expect(JSON.parse(ran.out).number).toBe('CNX-2026-0001');
  expect(await readFile(path.join(folder, 'sổ xóa.jsonl'), 'utf8')).not.toMatch(/0900 000 000|Mẫu/);
  expect(JSON.parse(restored.out).erased.lines).toBeGreaterThanOrEqual(2);
  expect(JSON.parse(restored.out).audit.ok).toBe(true);
  const databases = await openDatabases({ dataFolder: fresh.HOPLUC_DATA, databaseUrl: undefined });
  const rows = await databases.owner.pool.query('select contact, requester_name from rights.request');
  await databases.close();
  expect(rows.rows).toEqual([
    { contact: '', requester_name: '' },
    { contact: '', requester_name: '' },
  ]);
  expect((await followRequest(testCtx(system), withdrawn)).hasContact).toBe(false);
});

test('PDP-05 a file that is no ledger stops the restoring before anything is done', async () => {
  await writeFile(path.join(folder, 'x.jsonl'), 'không phải\n');

  const ran = await hopluc(
    ['restore', 'bản.hlb', '--deletions', 'x.jsonl'],
    { ...fresh, HOPLUC_DATA: path.join(folder, 'khác') },
    folder,
  );

  expect(ran.status).toBe(64);
  expect(ran.told).toContain('không phải sổ xóa');
});
