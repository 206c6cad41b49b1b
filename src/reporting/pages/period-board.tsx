import { redirect } from 'react-router';
import { load, submit } from '#platform/http/submit.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { type Board, boardOf, readBoard } from '../board.ts';
import { drawerOf, parseOpenForm } from '../drawer.ts';
import { hrefs } from '../hrefs.ts';
import { common, board as words } from '../messages.screens.vi.ts';
import { mayForCluster } from '../permissions.ts';
import { BoardDrawer } from '../ui/board-drawer.tsx';
import { BoardLegend, BoardMatrix } from '../ui/board-matrix.tsx';
import { CallDrawer, parseCallAct } from '../ui/call-drawer.tsx';
import { ComparedTable } from '../ui/compared-table.tsx';
import reportingCss from '../ui/reporting.css?url';
import { StateBar } from '../ui/state-bar.tsx';
import { clusterFor } from '../where.ts';
import type { Route } from './+types/period-board';
import { BoardAct, runBoardAct } from './board-acts.ts';

/** `/van-phong/ky/:period/bang`: who still owes what. `?o=LMHTX-NA.B03` opens a form, `?viec=…` an act on the period. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const clusterCode = await clusterFor(ctx);
    const facts = await readBoard(ctx.widened('cluster-counts').read, clusterCode, args.params.period);
    const board = boardOf(facts, ctx.today);
    const search = new URL(args.request.url).searchParams;
    const open = parseOpenForm(search.get('o'));
    const mayMove = mayForCluster(ctx.actor, 'reporting.move-call', clusterCode);
    return {
      board,
      today: ctx.today,
      open,
      drawer: open ? (drawerOf(facts, board.units, open, ctx.actor) ?? null) : null,
      act: mayMove ? parseCallAct(search.get('viec')) : null,
      mayMove,
    };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, BoardAct, async (ctx, act) => {
    await runBoardAct(ctx, await clusterFor(ctx), args.params.period, act);
    const { pathname, searchParams } = new URL(args.request.url);
    const open = searchParams.get('o');
    return redirect(`${pathname}${open ? `?o=${open}#drawer` : ''}`);
  });

export default function PeriodBoard({ loaderData, actionData }: Route.ComponentProps) {
  const { board, drawer, act, open, today } = loaderData;
  const { call } = board;
  return (
    <Shell
      title={call.title}
      crumbs={[{ label: common.periods, href: '/van-phong/ky' }, { label: call.title }]}
      drawer={
        drawer ? (
          <BoardDrawer drawer={drawer} call={call} problem={actionData} />
        ) : act ? (
          <CallDrawer act={act} board={board} problem={actionData} />
        ) : undefined
      }
    >
      <link rel="stylesheet" href={reportingCss} precedence="page" />
      <PageHeader
        title={call.title}
        chip={<LockChip board={board} />}
        actions={<Actions board={board} mayMove={loaderData.mayMove} />}
      />
      <StateBar call={call} state={board.state} today={today} />
      <BoardLegend board={board} />
      <BoardMatrix board={board} today={today} open={open} />
      <ComparedTable board={board} />
    </Shell>
  );
}

function LockChip({ board }: { board: Board }) {
  if (board.daysToLock === null)
    return (
      <StateChip tone="ok" sign="✓" boxed>
        {words.locked}
      </StateChip>
    );
  const tone = board.daysToLock < 0 ? 'bad' : 'warn';
  return (
    <StateChip tone={tone} sign="!" boxed>
      {words.daysToLock(board.daysToLock)}
    </StateChip>
  );
}

/** The next step of the period is the one filled button. */
function Actions({ board, mayMove }: { board: Board; mayMove: boolean }) {
  const here = hrefs.board(board.call.period.code);
  const { state } = board;
  return (
    <>
      {mayMove && (state === 'open' || state === 'closed') ? (
        <>
          <a className="btn" href={`${here}?viec=gia-han#drawer`}>
            {words.actions.extend}
          </a>
          <a className="btn primary" href={`${here}?viec=${state === 'open' ? 'chot' : 'tong-hop'}#drawer`}>
            {state === 'open' ? words.actions.close : words.actions.consolidate}
          </a>
        </>
      ) : null}
      {state === 'consolidating' || state === 'locked' ? (
        <a className="btn primary" href={hrefs.review(board.call.period.code)}>
          {words.actions.review}
        </a>
      ) : null}
    </>
  );
}
