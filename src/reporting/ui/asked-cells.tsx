import type { FormProblem } from '#platform/http/problem.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import type { AskedCell } from '../drawer.ts';
import { drawer as words } from '../messages.screens.vi.ts';
import { typedAt } from './typed-at.ts';

interface AskedCellsProps {
  readonly unitCode: string;
  readonly cells: readonly AskedCell[];
  readonly mayAnswer: boolean;
  readonly problem: FormProblem | undefined;
}

/** The rows that the cluster sent back; whoever enters for the unit answers each with a number, a word, or both. */
export function AskedCells({ unitCode, cells, mayAnswer, problem }: AskedCellsProps) {
  const list = cells.map((cell, place) => (
    <Asked
      key={cell.indicatorCode}
      cell={cell}
      mayAnswer={mayAnswer}
      amount={typedAt(problem, 'so', place, cell.typed)}
      answer={typedAt(problem, 'loi', place, cell.answer)}
    />
  ));
  return (
    <section className="sect">
      <h3>{words.askedCells}</h3>
      {mayAnswer ? (
        <form method="post" className="sect">
          <input type="hidden" name="viec" value="tra-loi" />
          <input type="hidden" name="donVi" value={unitCode} />
          {list}
          <div className="tools">
            <button className="btn s" type="submit">
              {words.sendAnswers}
            </button>
          </div>
        </form>
      ) : (
        list
      )}
    </section>
  );
}

interface AskedProps {
  readonly cell: AskedCell;
  readonly mayAnswer: boolean;
  /** What stands in the two fields at first. */
  readonly amount: string;
  readonly answer: string;
}

function Asked({ cell, mayAnswer, amount, answer }: AskedProps) {
  const id = cell.indicatorCode.replaceAll('.', '-');
  return (
    <div className="ask">
      <div className="cell">
        <span>{cell.name}</span>
        <span className="num">{cell.text}</span>
      </div>
      <small>{cell.comment}</small>
      {cell.answer ? (
        <small>
          <b>{words.answered}:</b> {cell.answer}
          {cell.answeredAt ? ` (${cell.answeredBy}, ${formatMoment(cell.answeredAt)})` : ''}
        </small>
      ) : null}
      {mayAnswer ? (
        <>
          <input type="hidden" name="ma[]" value={cell.indicatorCode} />
          <div className="field">
            <label htmlFor={`so-${id}`}>
              {words.answer} ({cell.unit})
            </label>
            <input className="in n" id={`so-${id}`} name="so[]" inputMode="decimal" defaultValue={amount} />
          </div>
          <div className="field">
            <label htmlFor={`loi-${id}`}>{words.explanation}</label>
            <textarea className="in" id={`loi-${id}`} name="loi[]" rows={2} defaultValue={answer} />
          </div>
        </>
      ) : null}
    </div>
  );
}
