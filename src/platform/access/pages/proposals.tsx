import { Refused } from '#kernel/refusal.ts';
import { load } from '#platform/http/submit.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import type { Tone } from '#platform/ui/state-chip.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { listProposals, takesPart, waitsFor } from '../four-eyes.server.ts';
import type { Proposal, ProposalState } from '../four-eyes.ts';
import { findListedAct } from '../four-eyes.ts';
import { text } from '../messages.vi.ts';
import type { Route } from './+types/proposals.ts';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    if (!takesPart(ctx)) throw new Refused({ code: 'platform.access.denied', facts: {} });
    const all = await listProposals(ctx);
    const open = all.filter(({ state }) => state === 'open');
    const lines = (some: readonly Proposal[]) => some.map(lineOf);
    return {
      waiting: lines(open.filter((proposal) => waitsFor(ctx, proposal))),
      others: lines(open.filter((proposal) => !waitsFor(ctx, proposal))),
      decided: lines(all.filter(({ state }) => state !== 'open')),
    };
  });

type Line = ReturnType<typeof lineOf>;

function lineOf(proposal: Proposal) {
  const act = findListedAct(proposal.act);
  return {
    id: proposal.id,
    label: act?.label ?? proposal.act,
    words: proposal.words,
    href: act?.href(proposal.payload) ?? '',
    state: proposal.state,
    note: proposal.decisionNote || proposal.note,
    by: proposal.proposedBy,
    at: proposal.proposedAt,
    until: proposal.expiresAt,
    decidedBy: proposal.decidedBy,
    decidedAt: proposal.decidedAt,
  };
}

/** `/van-phong/cho-duyet`: what waits for me, what waits for somebody else, what was decided. */
export default function Proposals({ loaderData }: Route.ComponentProps) {
  const { waiting, others, decided } = loaderData;
  return (
    <Shell title={text.title} crumbs={[{ label: text.title }]}>
      <PageHeader title={text.title} sub={text.sub} />
      <h2>{text.lists.waiting}</h2>
      {waiting.length === 0 ? (
        <div className="box">
          <Empty icon="check" title={text.lists.waitingEmpty}>
            {text.lists.waitingWhy}
          </Empty>
        </div>
      ) : (
        <Lines label={text.lists.waiting} lines={waiting} />
      )}
      <h2>{text.lists.others}</h2>
      {others.length === 0 ? (
        <p className="muted">{text.lists.othersEmpty}</p>
      ) : (
        <Lines label={text.lists.others} lines={others} />
      )}
      <h2>{text.lists.decided}</h2>
      {decided.length === 0 ? (
        <p className="muted">{text.lists.decidedEmpty}</p>
      ) : (
        <Lines label={text.lists.decided} lines={decided} isDecided />
      )}
    </Shell>
  );
}

const TONES: Readonly<Record<ProposalState, { tone: Tone; sign: string }>> = {
  open: { tone: 'wait', sign: 'D' },
  approved: { tone: 'ok', sign: '✓' },
  declined: { tone: 'bad', sign: '!' },
  withdrawn: { tone: 'idle', sign: '–' },
  expired: { tone: 'warn', sign: 'H' },
};

function Lines({ label, lines, isDecided = false }: { label: string; lines: readonly Line[]; isDecided?: boolean }) {
  const { columns } = text;
  const heads = isDecided
    ? [columns.what, columns.by, columns.state, columns.decided]
    : [columns.what, columns.by, columns.at, columns.until];
  return (
    <TableBox label={label}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row" className="msg">
                <a href={line.href}>{line.words}</a>
                {line.note ? <small className="muted block">{line.note}</small> : null}
              </th>
              <td>{line.by}</td>
              {isDecided ? (
                <>
                  <td>
                    <StateChip {...TONES[line.state]}>{text.states[line.state]}</StateChip>
                  </td>
                  <td>
                    {[line.decidedBy, line.decidedAt ? formatMoment(line.decidedAt) : null].filter(Boolean).join(', ')}
                  </td>
                </>
              ) : (
                <>
                  <td className="num">{formatMoment(line.at)}</td>
                  <td className="num">{formatMoment(line.until)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
