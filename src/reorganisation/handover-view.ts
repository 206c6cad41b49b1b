import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import { clusterOffices, findAlliance, listPositions } from '#organisations/public.ts';
import { roleNames } from '#platform/auth/messages.vi.ts';
import type { Ctx } from '#platform/ctx.ts';
import { ROLE_AT_CLUSTER } from './commands/hand-over.ts';
import { grantKey, grantsAt } from './grants.ts';
import { packagesOf } from './keeping.ts';
import { gapBetween, openWork, unlocked } from './open-work.ts';
import { openTasks } from './package.ts';
import { mayOfCluster, requireOfCluster } from './permissions.ts';

/** What a handover would move and end; who takes over and when stand in the address. */
export async function handoverView(ctx: Ctx, code: string, params: URLSearchParams) {
  requireOfCluster(ctx, 'reorganisation.see-handover', code);
  const work = await openWork(ctx, code);
  const { cluster, calls } = work;
  const may = {
    handOver: mayOfCluster(ctx.actor, 'reorganisation.hand-over', code),
    keepPackage: mayOfCluster(ctx.actor, 'reorganisation.keep-package', code),
  };
  const head = (await clusterOffices(ctx.read, cluster.id, ctx.today)).find(({ office }) => office === 'head');
  const endsOn = parseIsoDate(params.get('het') ?? '') ?? ctx.today;
  const from = parseIsoDate(params.get('tu') ?? '') ?? endsOn;
  const to = cluster.members.find((member) => member.code === params.get('den'));
  return {
    code,
    shortName: cluster.shortName,
    may,
    head: head ? (cluster.members.find((member) => member.code === head.unitCode)?.name ?? head.unitCode) : null,
    units: cluster.members.filter((member) => member.code !== head?.unitCode),
    wish: { to: to?.code ?? '', endsOn, from, gap: gapBetween(endsOn, from) },
    calls: unlocked(calls).map(({ call, submissions }) => ({
      period: call.period.code,
      title: call.title,
      state: call.state,
      passed: submissions.filter(({ state }) => state === 'passed').length,
      of: submissions.length,
      due: call.lockByOn,
    })),
    tasks: openTasks(work).map(([period = '', task = '', due = '']) => ({ period, task, due })),
    reports: calls
      .filter(({ versions }) => versions > 0)
      .map(({ call, versions }) => ({ period: call.period.code, versions })),
    packages: await packagesOf(ctx.read, cluster.id),
    taking: to && may.handOver ? await takingOver(ctx, code, to.code, from) : null,
  };
}

export type HandoverView = Awaited<ReturnType<typeof handoverView>>;

/** Whose rights would end and who would get some, and who may represent the new head. */
async function takingOver(ctx: Ctx, code: string, toCode: string, from: IsoDate) {
  const ends = await grantsAt(ctx.read, [`cluster:${code}`], ctx.today);
  const own = await grantsAt(ctx.read, [`alliance:${toCode}`], ctx.today);
  const alliance = await findAlliance(ctx.read, toCode, from);
  const posts = alliance ? await listPositions(ctx.read, alliance.id, from) : [];
  return {
    ends: ends.map((grant) => ({
      key: grantKey(grant),
      words: `${grant.name} · ${roleNames[grant.role]}`,
      isOnly: grant.others === 0,
      isOfHead: grant.role === 'leader' || grant.role === 'secretary',
    })),
    gives: own.flatMap((grant) => {
      const role = ROLE_AT_CLUSTER[grant.role];
      if (role === undefined || grant.scope.startsWith('department:')) return [];
      return [{ key: grantKey(grant), words: `${grant.name} · ${roleNames[grant.role]}`, becomes: roleNames[role] }];
    }),
    people: posts.flatMap(({ personId, fullName, title }) =>
      personId === null ? [] : [{ value: personId, label: `${fullName} · ${title}` }],
    ),
  };
}
