import type { IsoDate } from '#kernel/time.ts';
import type { Board, BoardCell, BoardUnit } from '../board.ts';
import type { FormState } from '../form-states.ts';
import { hrefs } from '../hrefs.ts';
import { formStates, board as words } from '../messages.screens.vi.ts';
import { FORM_CODES, FORMS } from '../messages.vi.ts';
import type { FormCode } from '../model.ts';
import { FormChip } from './form-chip.tsx';

interface BoardMatrixProps {
  readonly board: Board;
  readonly today: IsoDate;
  /** The cell whose drawer is open. */
  readonly open: { readonly unitCode: string; readonly form: FormCode } | null;
}

/** Units × forms; each cell leads to its drawer. */
export function BoardMatrix({ board, today, open }: BoardMatrixProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="box" aria-label={words.matrix(board.units.length)} tabIndex={0}>
      <table className="matrix">
        <caption className="sr">{words.matrix(board.units.length)}</caption>
        <thead>
          <tr>
            <th scope="col" className="unit">
              {words.unit}
              <small>{words.lastActor}</small>
            </th>
            <th scope="col" className="due">
              {words.due}
              <small>{words.left}</small>
            </th>
            {FORM_CODES.map((form) => (
              <th scope="col" key={form}>
                <abbr title={FORMS[form].title}>{form}</abbr>
                <small>{FORMS[form].shortTitle}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.units.map((unit) => (
            <UnitRow key={unit.code} unit={unit} period={board.call.period.code} today={today} open={open} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface UnitRowProps {
  readonly unit: BoardUnit;
  readonly period: string;
  readonly today: IsoDate;
  readonly open: BoardMatrixProps['open'];
}

function UnitRow({ unit, period, today, open }: UnitRowProps) {
  const last = unit.lastAct ? words.lastAct(unit.lastAct.by, unit.lastAct.at, today) : null;
  return (
    <tr>
      <th scope="row" title={unit.name}>
        {unit.shortName}
        {last ? <small title={last}>{last}</small> : null}
      </th>
      <td className="d">
        {unit.daysLeft === null ? (
          <span className="muted">–</span>
        ) : (
          <b className={unit.daysLeft < 0 ? 'down' : undefined}>{words.daysLeft(unit.daysLeft)}</b>
        )}
      </td>
      {unit.cells.map((cell) => {
        const isOpen = open?.unitCode === unit.code && open.form === cell.form;
        return (
          <td key={cell.form} className={isOpen ? 'on' : undefined}>
            <CellLink unit={unit} cell={cell} period={period} isOpen={isOpen} />
          </td>
        );
      })}
    </tr>
  );
}

function CellLink({
  unit,
  cell,
  period,
  isOpen,
}: {
  unit: BoardUnit;
  cell: BoardCell;
  period: string;
  isOpen: boolean;
}) {
  return (
    <a
      href={`${hrefs.board(period, unit.code, cell.form)}#drawer`}
      aria-label={words.cell(unit.shortName, cell.form, formStates[cell.state].word)}
      aria-current={isOpen ? 'true' : undefined}
    >
      <FormChip state={cell.state} returned={cell.returned} />
    </a>
  );
}

const ORDER: readonly FormState[] = [
  'passed',
  'submitted',
  'awaiting-approval',
  'returned',
  'correcting',
  'entering',
  'overdue',
  'not-opened',
];

/** The states that occur, with how many forms are in each. */
export function BoardLegend({ board }: { board: Board }) {
  return (
    <ul className="legend" aria-label={words.legend}>
      {ORDER.filter((state) => board.tally.has(state)).map((state) => (
        <li key={state}>
          <FormChip state={state} /> <span className="num small">{board.tally.get(state)}</span>
        </li>
      ))}
    </ul>
  );
}
