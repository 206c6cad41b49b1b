import { clusterOf, findAlliance } from '#organisations/public.ts';
import type { Ctx, Role } from '#platform/ctx.ts';
import { findUnitCall, listDataCalls } from '#reporting/public.ts';
import { text } from './messages.vi.ts';
import type { OrphanedTask, Unit } from './model.ts';
import { holdersOf } from './review-queries.ts';

type Reader = Pick<Ctx, 'read' | 'today' | 'widened'>;

/** A call in which figures are still asked for. */
const WAITING: readonly string[] = ['open', 'closed', 'consolidating'];
const SENT: readonly string[] = ['submitted', 'passed', 'locked'];

/**
 * What waits in those units while nobody is left in the role that does it today; with `without`, as if that person had
 * gone already. An alliance owes its figures (the officer enters, the leader sends), a cluster its review (the secretary).
 */
export async function orphanedTasks(
  ctx: Reader,
  units: readonly Unit[],
  without: string | null = null,
): Promise<readonly OrphanedTask[]> {
  const found = await Promise.all(
    units.map(async (unit) => {
      const waiting = await waitingAt(ctx, unit);
      if (waiting.length === 0) return [];
      const roles: readonly Role[] = unit.scope.startsWith('cluster:') ? ['secretary'] : ['officer', 'leader'];
      const counts = await Promise.all(
        roles.map(async (role) => ({
          role,
          held: await holdersOf(ctx.widened('unit-people').read, { role, scope: unit.scope }, ctx.today, without),
        })),
      );
      const empty = counts.filter(({ held }) => held === 0);
      return waiting.flatMap((task) => empty.map(({ role }) => ({ unit, role, ...task })));
    }),
  );
  return found.flat();
}

async function waitingAt(ctx: Reader, { scope }: Unit): Promise<readonly Pick<OrphanedTask, 'task' | 'href'>[]> {
  const [kind, code = ''] = scope.split(':', 2);
  if (kind === 'cluster') return await callsOfCluster(ctx, code, () => true, text.orphans.review);
  if (kind !== 'alliance') return [];
  const alliance = await findAlliance(ctx.read, code, ctx.today);
  const cluster = alliance && (await clusterOf(ctx.read, alliance.id, ctx.today));
  if (!cluster) return [];
  const unsent = async (period: string) => {
    const part = await findUnitCall(ctx.read, code, period);
    return part !== undefined && !SENT.includes(part.submission.state);
  };
  return await callsOfCluster(ctx, cluster, unsent, text.orphans.submission);
}

async function callsOfCluster(
  ctx: Reader,
  cluster: string,
  isWaiting: (period: string) => boolean | Promise<boolean>,
  say: (title: string) => string,
): Promise<readonly Pick<OrphanedTask, 'task' | 'href'>[]> {
  const calls = (await listDataCalls(ctx.read, cluster, ctx.today)).filter(({ state }) => WAITING.includes(state));
  const asked = await Promise.all(calls.map(async (call) => ({ call, waits: await isWaiting(call.period.code) })));
  return asked
    .filter(({ waits }) => waits)
    .map(({ call }) => ({ task: say(call.title), href: `/van-phong/ky/${call.period.code}/bang` }));
}
