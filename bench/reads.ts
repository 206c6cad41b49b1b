import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { noteReadIn } from '#platform/privacy/read-log.server.ts';
import type { System } from '../src/system.ts';
import { everything } from './everything.ts';
import { inTurns, quantile, report, timed } from './measure.ts';

const TIMES = 600;
const SEEN = 150;

/** Keeping that a profile was read, within its transaction, by one who has read of 150 people in the hour. Floor: a bare insert. */
export async function benchReads(system: System, ctx: Ctx): Promise<void> {
  const db = everything(system);
  const alliance = await sql<{ id: string }>`select id from organisations.alliance limit 1`.execute(db);
  const allianceId = alliance.rows[0]?.id ?? '';
  const accountId = newId<'platform.account'>(ctx.now);
  await sql`insert into platform.account (id, login, display_name, password_hash, created_at, created_by)
    values (${accountId}, 'bench-reads', 'bench', '', ${ctx.now}, 'bench')`.execute(db);
  const reader = system.ctx({ ...ctx.actor, accountId }, ctx.now);
  const subjects = Array.from({ length: SEEN }, () => ({ id: newId(ctx.now), allianceId }));
  const [one] = subjects;
  if (!one) return;
  await reader.transact(
    async (tx) => await noteReadIn(tx, reader, { context: 'list', purpose: 'browse-list', subjects }),
  );
  const [mine, theirs]: [number[], number[]] = [[], []];
  await inTurns(
    TIMES,
    async () =>
      await reader.transact(async (tx) => {
        const read = { context: 'profile', purpose: 'open-record', subjects: [one] } as const;
        mine.push(await timed(async () => void (await noteReadIn(tx, reader, read))));
      }),
    async () =>
      await reader.transact(async (tx) => {
        theirs.push(
          await timed(
            async () =>
              void (await sql`insert into platform.sign_in_attempt (id, subject_hash, attempted_at, succeeded)
                values (${reader.newId()}, 'bench', ${ctx.now}, true)`.execute(tx)),
          ),
        );
      }),
  );
  for (const [figure, share] of [
    ['median', 0.5],
    ['p95', 0.95],
  ] as const) {
    const [value, floor] = [quantile(mine, share), quantile(theirs, share)];
    const aim = share === 0.95 ? '≤ 1 ms' : '';
    report({ name: 'personal read noted', figure, value, unit: 'ms', ratio: value / floor, aim });
  }
}
