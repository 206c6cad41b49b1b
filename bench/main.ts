import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadDemo } from '#demo/public.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { openSystem, systemActor } from '../src/system.ts';
import '../src/words.ts';
import { benchAudit } from './audit.ts';
import { benchBackup } from './backup.ts';
import { benchConsolidation } from './consolidation.ts';
import { benchImport } from './import.ts';
import { benchLargeImport } from './import-large.ts';
import { writeFigures } from './measure.ts';
import { benchPages } from './pages.ts';
import { benchReach } from './reach.ts';
import { benchReads } from './reads.ts';
import { benchReview } from './review.ts';
import { benchSearch } from './search.ts';
import { benchSignIn } from './sign-in.ts';

/** `npm run bench [-- NAME]`: import, import-large, audit, review, consolidation, search, reach, reads, sign-in, backup, pages. Prints and never fails on a figure. */
const only = process.argv[2];
const wants = (name: string) => only === undefined || only === name;

if (wants('import')) await benchImport();
if (wants('import-large')) await benchLargeImport();
if (wants('audit')) await benchAudit();
if (['review', 'consolidation', 'search', 'reach', 'reads', 'sign-in', 'backup', 'pages'].some(wants)) {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-bench-'));
  const system = await openSystem({ dataFolder: folder, databaseUrl: undefined }, new Date('2024-06-01T00:00:00Z'));
  try {
    await loadDemo(system, new Date('2024-07-08T00:00:00Z'));
    const ctx = system.ctx(systemActor('bench'), new Date('2024-07-08T00:00:00Z'));
    await analyse(folder);
    if (wants('review')) await benchReview(ctx);
    if (wants('consolidation')) await benchConsolidation(system, ctx);
    if (wants('search')) await benchSearch(system, ctx);
    if (wants('reach')) await benchReach(system, ctx, folder);
    if (wants('sign-in')) await benchSignIn(system, ctx);
    if (wants('reads')) await benchReads(system, ctx);
    if (wants('backup')) await benchBackup(folder);
    if (wants('pages')) await benchPages(folder);
  } finally {
    await system.close();
    await rm(folder, { recursive: true, force: true });
  }
}
await writeFigures();

/** Only the owner may. */
async function analyse(dataFolder: string): Promise<void> {
  const databases = await openDatabases({ dataFolder, databaseUrl: undefined });
  await databases.owner.pool.query('analyze').finally(async () => await databases.close());
}
