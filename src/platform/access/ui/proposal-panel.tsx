import type { ReactNode } from 'react';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, ErrorSummary, TextField } from '#platform/ui/forms.tsx';
import { NOTE_MAX } from '../four-eyes.ts';
import { text } from '../messages.vi.ts';
import type { ProposalView } from '../proposal-view.ts';

const words = text.panel;
const CHANGES_SHOWN = 6;

interface PanelProps {
  readonly proposal: ProposalView;
  readonly problem: FormProblem | undefined;
  readonly approveLabel: string;
  /** What is otherwise than the proposer saw it, a line each: then only a new proposal helps. */
  readonly changes?: readonly string[];
  /** What will be done when it is approved: figures, links to look at. */
  readonly children?: ReactNode;
}

/** A proposal that waits: who, when, until when; and the buttons of whoever may decide it or take it back. */
export function ProposalPanel({ proposal, problem, approveLabel, changes = [], children }: PanelProps) {
  const { may, note, ownSentence } = proposal;
  return (
    <section className="proposal" aria-labelledby="proposal">
      <h2 id="proposal">{may.decide ? words.waitingYou : words.waiting}</h2>
      <ErrorSummary problem={problem} />
      <p>
        <b>{proposal.words}</b>
      </p>
      <dl className="kv">
        <dt>{words.by}</dt>
        <dd>{`${proposal.proposedBy}, ${formatMoment(proposal.proposedAt)}`}</dd>
        <dt>{words.until}</dt>
        <dd>{formatMoment(proposal.expiresAt)}</dd>
      </dl>
      {note ? <p className="said">{`${words.note}: ${note}`}</p> : null}
      <Changes changes={changes} />
      {children}
      {may.decide ? (
        <Decision proposal={proposal} problem={problem} label={approveLabel} isStale={changes.length > 0} />
      ) : null}
      {may.withdraw ? (
        <form method="post" className="tools">
          <input type="hidden" name="proposalId" value={proposal.id} />
          <button className="btn" type="submit" name="act" value="withdraw">
            {words.withdraw}
          </button>
          {ownSentence ? <small className="muted own">{ownSentence}</small> : null}
        </form>
      ) : null}
    </section>
  );
}

function Changes({ changes }: { changes: readonly string[] }) {
  if (changes.length === 0) return null;
  const more = changes.length - CHANGES_SHOWN;
  return (
    <Note tone="warn">
      {words.changed}
      <ul className="lines">
        {changes.slice(0, CHANGES_SHOWN).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {more > 0 ? <li>{words.more(more)}</li> : null}
      </ul>
    </Note>
  );
}

interface DecisionProps {
  readonly proposal: ProposalView;
  readonly problem: FormProblem | undefined;
  readonly label: string;
  readonly isStale: boolean;
}

function Decision({ proposal, problem, label, isStale }: DecisionProps) {
  return (
    <>
      {isStale ? null : (
        <CommandForm submitLabel={label}>
          <input type="hidden" name="act" value="approve" />
          <input type="hidden" name="proposalId" value={proposal.id} />
        </CommandForm>
      )}
      <details open={problem?.fields.declineReason !== undefined || isStale}>
        <summary>{words.decline}</summary>
        <CommandForm submitLabel={words.declineSubmit} isDangerous>
          <input type="hidden" name="act" value="decline" />
          <input type="hidden" name="proposalId" value={proposal.id} />
          <TextField
            name="declineReason"
            label={words.declineReason}
            hint={words.declineHint}
            problem={problem}
            rows={3}
            maxLength={NOTE_MAX}
            required
          />
        </CommandForm>
      </details>
    </>
  );
}

interface NoteProps {
  readonly problem: FormProblem | undefined;
  readonly hint?: string;
}

/** The note that goes with a proposal. */
export function ProposalNote({ problem, hint = words.noteHint }: NoteProps) {
  return <TextField name="note" label={words.noteLabel} hint={hint} problem={problem} rows={3} maxLength={NOTE_MAX} />;
}

interface LastProps {
  readonly last: {
    readonly state: string;
    readonly decidedBy: string | null;
    readonly decidedAt: Date | null;
    readonly decisionNote: string;
    readonly expiresAt: Date;
  } | null;
}

/** To whoever proposed it: that it was declined, or that nobody decided in time. */
export function LastDecision({ last }: LastProps) {
  if (last?.state === 'declined' && last.decidedAt)
    return <Note tone="warn">{words.lastDeclined(last.decidedBy ?? '', last.decidedAt, last.decisionNote)}</Note>;
  return last?.state === 'expired' ? <Note tone="warn">{words.lastExpired(last.expiresAt)}</Note> : null;
}
