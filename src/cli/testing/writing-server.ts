import { pino } from 'pino';
import { isoDate } from '#kernel/time.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { folderStore } from '#platform/files/store.server.ts';
import { makeApp } from '#platform/http/app.server.ts';
import { makeMetrics } from '#platform/http/metrics.server.ts';
import { announce } from '#portal/commands/announce.ts';
import { changeOrganisation } from '#register/commands/change-organisation.ts';
import type { OrganisationId } from '#register/model.ts';
import { getOrganisationHead } from '#register/subjects.ts';
import { systemActor, systemOn } from '../../system.ts';

/**
 * A process for crash tests: our HTTP server on the data folder named, with two real commands behind it. An answer of 200
 * is the promise that the act is kept. Prints its port.
 */
const [dataFolder = '', programs] = process.argv.slice(2);
const databases = await openDatabases({ dataFolder, databaseUrl: undefined, embedded: programs ? { programs } : {} });
const system = systemOn(databases, folderStore(dataFolder));
const ctx = () => system.ctx(systemActor('Người ghi'), new Date('2024-06-24T02:00:00Z'));

const app = await makeApp({ log: pino({ level: 'silent' }), metrics: makeMetrics(), publicUrl: undefined });
app.post<{ Body: { title: string } }>('/announcements', async ({ body }) => {
  const on = isoDate('2024-06-24');
  await announce(ctx(), { ...body, body: 'x', isPinned: false, isDemo: false, validFrom: on, validUntil: null });
  return {};
});
app.post<{ Body: { id: OrganisationId; note: string } }>('/organisations', async ({ body: { id, note } }) => {
  const { version } = await getOrganisationHead(ctx().read, id);
  await changeOrganisation(ctx(), { id, seenVersion: version, fields: { note } });
  return {};
});
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${new URL(address).port}\n`);
