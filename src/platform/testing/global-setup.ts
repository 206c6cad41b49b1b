import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase, sql } from '#platform/db/db.server.ts';
import { attachOrStart, OWNER, stopServer } from '#platform/db/embedded.server.ts';
import { migrate } from '#platform/db/migrate.server.ts';
import { loadReferenceData } from '../../system.ts';

declare module 'vitest' {
  interface ProvidedContext {
    socketFolder: string;
    scratchFolder: string;
  }
}

/** One server for all test files; one template with migrations and reference data, cloned by each file. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-test-'));
  const data = path.join(folder, 'pg');
  const programs = process.env.HOPLUC_TEST_PROGRAMS;
  const server = await attachOrStart(data, { durable: false, ...(programs ? { programs } : {}) });
  await makeTemplate(server.socketFolder);
  project.provide('socketFolder', server.socketFolder);
  project.provide('scratchFolder', folder);
  return async () => {
    await stopServer(data);
    await rm(folder, { recursive: true, force: true });
    await rm(server.socketFolder, { recursive: true, force: true });
  };
}

async function makeTemplate(socketFolder: string): Promise<void> {
  const maintenance = openDatabase({ socketFolder, user: OWNER, database: 'postgres', connectionsMax: 1 });
  await sql`create database template_hopluc`.execute(maintenance.kysely);
  const owner = openDatabase({ socketFolder, user: OWNER, database: 'template_hopluc' });
  await migrate(owner);
  await loadReferenceData(owner, new Date('2024-06-01T00:00:00Z'));
  await owner.close();
  await maintenance.close();
}
