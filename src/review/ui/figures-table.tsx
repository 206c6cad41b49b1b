import { text } from '../messages.pages.vi.ts';
import type { FigureCell, FigureRow } from '../views/figure-rows.ts';

interface FiguresTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  /** The page with the chain of this figure open. */
  readonly hrefOf: (name: string) => string;
  readonly open: string | null;
}

/** Units north to south, then the cluster; every number leads to its source, a missing one is hatched and says so. */
export function FiguresTable({ caption, columns, rows, hrefOf, open }: FiguresTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className="box" aria-label={caption} tabIndex={0}>
      <table className="sheet figures">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.report.indicator}</th>
            <th scope="col" className="unit">
              {text.report.measure}
            </th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
            <th scope="col" className="tot">
              {text.report.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={row.code}
              row={row}
              span={columns.length + 3}
              beginsGroup={row.group !== rows[index - 1]?.group}
              hrefOf={hrefOf}
              open={open}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row(props: {
  row: FigureRow;
  span: number;
  beginsGroup: boolean;
  hrefOf: (name: string) => string;
  open: string | null;
}) {
  const { row, span, beginsGroup, hrefOf, open } = props;
  return (
    <>
      {beginsGroup ? (
        <tr className="grp">
          <th colSpan={span} scope="rowgroup">
            {row.group}
          </th>
        </tr>
      ) : null}
      <tr className={row.indent > 0 ? 'sub' : 'key'}>
        <th scope="row" title={row.label}>
          {row.label}
        </th>
        <td className="unit">{row.unit}</td>
        {row.units.map((cell) => (
          <Cell key={cell.name} cell={cell} hrefOf={hrefOf} isOpen={cell.name === open} />
        ))}
        <Cell
          cell={row.total}
          hrefOf={hrefOf}
          isOpen={row.total.name === open}
          className="tot"
          coverage={row.coverage}
        />
      </tr>
    </>
  );
}

function Cell(props: {
  cell: FigureCell;
  hrefOf: (name: string) => string;
  isOpen: boolean;
  className?: string;
  coverage?: string | null;
}) {
  const { cell, hrefOf, isOpen, className = '', coverage = null } = props;
  if (cell.text === null) return <td className={`${className} hatch gap`}>{text.report.missing}</td>;
  return (
    <td className={`${className}${isOpen ? ' on' : ''}`}>
      <a href={hrefOf(cell.name)} aria-current={isOpen || undefined}>
        {cell.text}
      </a>
      {coverage ? <small className="part">{text.report.partialTotal(coverage)}</small> : null}
    </td>
  );
}
