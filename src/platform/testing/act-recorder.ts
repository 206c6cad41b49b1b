import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import { openDatabase } from '#platform/db/db.server.ts';
import { transact } from '#platform/db/transact.server.ts';
import { record } from '#platform/events/record.server.ts';

/** A process for crash tests: records acts of two entries each, several at a time, and prints each once it is committed. */
const [connectionString = ''] = process.argv.slice(2);
const AT_ONCE = 6;
const now = new Date('2024-06-24T02:00:00Z');
const actor = { accountId: null, name: 'Người ghi', grants: [] };
const ctx: Pick<Ctx, 'actor' | 'now' | 'newId'> = { actor, now, newId: () => newId(now) };
const database = openDatabase({ connectionString, asApplication: true });

async function recordOn(): Promise<never> {
  for (let number = 1; ; number += 1) {
    const act = String(ctx.newId());
    await transact(database.kysely, async (tx) => {
      await record(tx, ctx as Ctx, 'test.act-begun', act, { number });
      await record(tx, ctx as Ctx, 'test.act-done', act, { number });
    });
    process.stdout.write(`${act}\n`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, recordOn));
