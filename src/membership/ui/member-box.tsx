import type { IsoDate } from '#kernel/time.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatDate, formatDongFull } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { ErrorSummary, Field } from '#platform/ui/forms.tsx';
import type { Tone } from '#platform/ui/state-chip.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { memberMoveLabels, memberStateLabels, text } from '../messages.vi.ts';
import type { Member, MemberState } from '../model.ts';
import { allowedMemberMoves } from '../rules.ts';
import { StepForm } from './step-form.tsx';
import { Steps } from './steps.tsx';

export const MEMBER_SIGNS: Readonly<Record<MemberState, { tone: Tone; sign: string }>> = {
  member: { tone: 'ok', sign: '✓' },
  suspended: { tone: 'warn', sign: 'T' },
  left: { tone: 'idle', sign: '–' },
};

interface MemberBoxProps {
  readonly member: Member;
  readonly may: { readonly handle: boolean; readonly decide: boolean };
  readonly today: IsoDate;
  readonly problem: FormProblem | undefined;
}

/** A membership: since when, on which decision, the card, the dues, and what became of it. */
export function MemberBox({ member, may, today, problem }: MemberBoxProps) {
  const { id, state, version, validFrom, validUntil } = member;
  const of = (act: string) => (problem?.values.act === act && problem.values.memberId === id ? problem : undefined);
  const moves = allowedMemberMoves(state);
  return (
    <section className="box pad stack">
      <div className="tools">
        <h2>{text.member(validFrom)}</h2>
        <StateChip {...MEMBER_SIGNS[state]} boxed>
          {memberStateLabels[state]}
          {validUntil ? ` (${text.until(validUntil)})` : ''}
        </StateChip>
      </div>
      <dl className="pairs">
        <div>
          <dt>{text.decision}</dt>
          <dd>{member.decisionNo}</dd>
        </div>
        <div>
          <dt>{text.card}</dt>
          <dd className={member.cardNo ? undefined : 'muted'}>{member.cardNo || text.noCard}</dd>
        </div>
      </dl>
      <Dues member={member} />
      {may.handle && state !== 'left' ? <DueForm member={member} today={today} problem={of('due')} /> : null}
      <Steps steps={member.steps} labels={memberMoveLabels} />
      {may.decide && moves.length > 0 ? (
        <details open={of('member') !== undefined}>
          <summary>{moves.map((move) => memberMoveLabels[move]).join(', ')}…</summary>
          <StepForm
            act="member"
            version={version}
            moves={moves.map((move) => ({ value: move, label: memberMoveLabels[move] }))}
            today={today}
            problem={of('member')}
          >
            <input type="hidden" name="memberId" value={id} />
          </StepForm>
        </details>
      ) : null}
    </section>
  );
}

function Dues({ member: { dues } }: { member: Member }) {
  const { dueHeads } = text;
  if (dues.length === 0) return <p className="small muted">{text.noDues}</p>;
  return (
    <TableBox label={text.dues}>
      <table className="cards">
        <thead>
          <tr>
            {Object.values(dueHeads).map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dues.map((due) => (
            <tr key={due.year}>
              <th scope="row" className="num name">
                {due.year}
              </th>
              <td data-label={dueHeads.amount} className="r">
                {formatDongFull(due.amountDong)}
              </td>
              <td data-label={dueHeads.paidOn}>{formatDate(due.paidOn)}</td>
              <td data-label={dueHeads.paper}>{due.paperNo}</td>
              <td data-label={dueHeads.by}>{due.recordedBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function DueForm({ member, today, problem }: { member: Member; today: IsoDate; problem: FormProblem | undefined }) {
  const { dueHeads } = text;
  return (
    <details open={problem !== undefined || member.dues.length === 0}>
      <summary>{text.due}…</summary>
      <form className="command" method="post">
        <ErrorSummary problem={problem} />
        <input type="hidden" name="act" value="due" />
        <input type="hidden" name="seenVersion" value={member.version} />
        <input type="hidden" name="memberId" value={member.id} />
        <div className="due-fields">
          <Field
            name="year"
            label={dueHeads.year}
            inputMode="numeric"
            defaultValue={today.slice(0, 4)}
            problem={problem}
            required
          />
          <Field
            name="amountDong"
            label={dueHeads.amount}
            hint={text.dueAmountHint}
            inputMode="numeric"
            problem={problem}
            required
          />
          <Field name="paidOn" label={dueHeads.paidOn} defaultValue={formatDate(today)} problem={problem} required />
          <Field name="paperNo" label={dueHeads.paper} maxLength={200} problem={problem} />
        </div>
        <div>
          <button className="btn" type="submit">
            {text.due}
          </button>
        </div>
      </form>
    </details>
  );
}
