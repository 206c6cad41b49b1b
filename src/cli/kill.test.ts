import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { Database } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { stopServer } from '#platform/db/embedded.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { verifyAudit } from '#platform/events/verify.server.ts';
import { anAllianceId, aRow, savedRows } from '#register/testing.ts';
import { openSystem, systemActor } from '../system.ts';

const SERVER = path.join(import.meta.dirname, 'testing/writing-server.ts');
const KILLS = 50;
/** So many servers on one database at a time, each killed again and again. */
const LANES = 4;
/** PostgreSQL itself is killed under the servers after this many kills of servers. */
const POSTGRES_EVERY = 14;
const NOW = new Date('2024-06-24T02:00:00Z');

const programs = process.env.HOPLUC_TEST_PROGRAMS;
const scratch = await mkdtemp(path.join(tmpdir(), 'hopluc giết '));
const dataFolder = path.join(scratch, 'data');
const settings = { dataFolder, databaseUrl: undefined, embedded: programs ? { programs } : {} };
afterAll(async () => {
  await stopServer(path.join(dataFolder, 'postgres'));
  await rm(scratch, { recursive: true, force: true });
});

interface Promised {
  readonly titles: Set<string>;
  readonly notes: Set<string>;
}

/** Starts a server, writes through it with several requests at a time, kills it at the given promise. Answers how many it gave. */
async function writeAndKill(lane: Lane, killAt: number, promised: Promised): Promise<number> {
  const child = spawn(process.execPath, [SERVER, dataFolder, ...(programs ? [programs] : [])], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(scratch, 'compiled') },
  });
  const gone = once(child, 'exit');
  const port = await portOf(child);
  let answered = 0;
  const promise = (kept: Set<string>, what: string) => {
    kept.add(what);
    answered += 1;
    if (answered === killAt) child.kill('SIGKILL');
  };
  const writing = async (kept: Set<string>, address: string, bodyOf: (what: string) => object) => {
    for (;;) {
      const what = lane.next();
      const answer = await posted(port, address, bodyOf(what));
      if (answer === 'gone') return;
      if (answer === 'kept') promise(kept, what);
    }
  };
  await Promise.all([
    writing(promised.titles, '/announcements', (title) => ({ title })),
    writing(promised.titles, '/announcements', (title) => ({ title })),
    writing(promised.notes, '/organisations', (note) => ({ id: lane.organisation, note })),
  ]);
  await gone;
  return answered;
}

async function portOf(child: ChildProcess): Promise<number> {
  return Number(await new Promise((resolve) => child.stdout?.once('data', (text) => resolve(String(text)))));
}

/** What the server promised: that it is kept; nothing, as while PostgreSQL comes back; or nothing more at all. */
async function posted(port: number, address: string, body: object): Promise<'kept' | 'not now' | 'gone'> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`http://127.0.0.1:${port}${address}`, init).catch(() => undefined);
  if (answer?.status === 200) return 'kept';
  if (answer) await wait(50);
  return answer ? 'not now' : 'gone';
}

interface Lane {
  readonly organisation: string;
  next(): string;
}

async function lanes(): Promise<readonly Lane[]> {
  const system = await openSystem(settings, NOW);
  const ctx = system.ctx(systemActor('Người chuẩn bị'), NOW);
  const rows = Array.from({ length: LANES }, (_, at) => aRow({ name: `HTX Bền Vững ${at}`, rowNo: at + 8 }));
  const saved = await savedRows(ctx, await anAllianceId(ctx), rows);
  await system.close();
  return saved.rows.map(({ subjectId }, lane) => {
    let count = 0;
    return { organisation: String(subjectId), next: () => `Làn ${lane} lần ${++count}` };
  });
}

async function postmaster(): Promise<number> {
  return Number((await readFile(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Everything that was promised and is not there, and every act of which only a half is there. */
async function faults(owner: Database, promised: Promised): Promise<readonly string[]> {
  // What is promised while we read is looked for the next time.
  const [titlesUntilNow, notesUntilNow] = [[...promised.titles], [...promised.notes]];
  const titles = await sql<{ title: string; acts: number }>`
    select title, (select count(*)::int from platform.event where kind = 'portal.announced' and subject_id = announcement.id::text) as acts
      from portal.announcement announcement`.execute(owner.kysely);
  const notes = await sql<{ note: string }>`
    select fields->'note'->>1 as note from register.change where source = 'manual'`.execute(owner.kysely);
  const halves = await sql<{ what: string }>`
    select 'event without an announcement: ' || subject_id as what from platform.event event where kind = 'portal.announced'
       and not exists (select from portal.announcement where id::text = event.subject_id)
    union all
    select format('organisation %s: version %s, changes %s, acts %s', id, version, changes, acts) from (
      select id, version,
             (select count(*) from register.change where organisation_id = organisation.id and source = 'manual') as changes,
             (select count(*) from platform.event where kind = 'register.organisation-changed' and subject_id = organisation.id::text) as acts
        from register.organisation organisation) as counted
     where changes <> acts or version <> changes + 1
    union all
    select 'the organisation lacks its newest change: ' || id from register.organisation organisation
     where note is distinct from coalesce((select fields->'note'->>1 from register.change where organisation_id = organisation.id
       and source = 'manual' order by sequence desc limit 1), note)`.execute(owner.kysely);
  const [kept, written] = [new Set(titles.rows.map(({ title }) => title)), new Set(notes.rows.map(({ note }) => note))];
  return [
    ...titlesUntilNow.filter((title) => !kept.has(title)).map((title) => `lost: ${title}`),
    ...notesUntilNow.filter((note) => !written.has(note)).map((note) => `lost: ${note}`),
    ...titles.rows.filter(({ acts }) => acts !== 1).map(({ title, acts }) => `${title} has ${acts} acts`),
    ...halves.rows.map(({ what }) => what),
  ];
}

test('killing the server fifty times in the middle of writes loses no promised write and leaves no half act', async () => {
  const all = await lanes();
  const promised: Promised = { titles: new Set(), notes: new Set() };
  const found: string[] = [];
  let kills = 0;
  let kept = 0;
  let postgresKills = 0;

  // The test's own connection keeps the server up, and starts it again when it is killed.
  const databases = await openDatabases(settings);
  await Promise.all(
    all.map(async (lane) => {
      while (kills < KILLS) {
        kills += 1;
        const [number, at] = [kills, 1 + ((kills * 7) % 11)];
        const writing = writeAndKill(lane, at, promised);
        if (number % POSTGRES_EVERY === 0) {
          process.kill(await postmaster(), 'SIGKILL');
          postgresKills += 1;
        }
        const answered = await writing;
        kept += answered;
        found.push(...(await whenBack(() => faults(databases.owner, promised))));
      }
    }),
  );
  const audit = await verifyAudit(databases.owner.kysely);
  await databases.close();

  expect(found).toEqual([]);
  expect(audit).toMatchObject({ ok: true, broken: [] });
  expect(audit.entries).toBeGreaterThanOrEqual(promised.titles.size + promised.notes.size);
  expect(kills).toBe(KILLS);
  expect(postgresKills).toBe(3);
  expect(kept).toBeGreaterThan(KILLS * 5);
  expect(Math.min(promised.titles.size, promised.notes.size)).toBeGreaterThan(KILLS / 2);
}, 180_000);

/** PostgreSQL that was just killed is started again by whoever uses it; until then it cannot be asked. */
async function whenBack<T>(ask: () => Promise<T>): Promise<T> {
  for (const deadline = performance.now() + 30_000; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await wait(100);
    }
  }
}
