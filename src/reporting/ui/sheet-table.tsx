import { cellName } from '../hrefs.ts';
import { sheet as words } from '../messages.screens.vi.ts';
import type { ConsolidatedUnit, Consolidation, FigureRef } from '../model.ts';
import type { Sheet, SheetCell, SheetRow } from '../sheet.ts';
import type { SheetAddress } from '../sheet-address.ts';

interface SheetTableProps {
  readonly consolidation: Consolidation;
  readonly sheet: Sheet;
  readonly view: Pick<SheetAddress, 'withCounts' | 'withLastYear' | 'open'>;
  /** The address of the sheet with this cell open. */
  readonly hrefOf: (ref: Pick<FigureRef, 'indicator' | 'unit'>) => string;
}

/** One form over all units, north to south; every number leads to where it came from. */
export function SheetTable(props: SheetTableProps) {
  const { consolidation, sheet, view } = props;
  const { units } = consolidation;
  const sent = units.filter((unit) => unit.isSubmitted).length;
  const columns = units.length + 2 + (view.withLastYear ? 2 : 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="box" aria-label={words.region(sheet.form)} tabIndex={0}>
      <table className={sheet.isWide ? 'sheet money' : 'sheet'}>
        <caption className="sr">{words.caption(sheet.form, units.length)}</caption>
        <thead>
          <tr>
            <th scope="col" className="name">
              {words.indicator}
            </th>
            {units.map((unit) => (
              <UnitHead key={unit.code} unit={unit} />
            ))}
            <th scope="col" className="u tot">
              {sent === units.length ? words.total : words.partial(sent, units.length)}
            </th>
            {view.withLastYear ? (
              <>
                <th scope="col" className="u cmp">
                  {words.lastYear}
                </th>
                <th scope="col" className="u wide">
                  {words.change}
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        {sheet.groups.map((group) => (
          <tbody key={group.name}>
            <tr className="grp">
              <th scope="rowgroup" colSpan={columns}>
                {group.name}
              </th>
            </tr>
            {group.rows.map((row) => (
              <Rows key={row.indicator.code} {...props} row={row} sent={sent} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function UnitHead({ unit }: { unit: ConsolidatedUnit }) {
  return (
    <th scope="col" className={unit.isSubmitted ? 'u' : 'u gapped'} title={unit.name}>
      {unit.shortName}
      {unit.isSubmitted ? null : <small>{words.notSent}</small>}
    </th>
  );
}

type RowProps = SheetTableProps & { readonly row: SheetRow; readonly sent: number };

function Rows(props: RowProps) {
  const { row, view, sheet } = props;
  const { indicator } = row;
  const kind = indicator.code === 'HTX.SO' ? 'key' : indicator.indent > 0 ? 'sub' : undefined;
  return (
    <>
      <tr className={kind}>
        <th scope="row" title={indicator.definition}>
          {indicator.name}
          <RowMarks row={row} sheet={sheet} />
        </th>
        {row.cells.map((cell) => (
          <Cell key={cell.unit} {...props} cell={cell} />
        ))}
        <TotalCell {...props} />
        {view.withLastYear ? (
          <>
            <td className="cmp">{row.lastYearText}</td>
            <td>{row.changeText ?? <span className="muted">–</span>}</td>
          </>
        ) : null}
      </tr>
      {view.withCounts && indicator.countedBy !== null ? <CountedRow {...props} /> : null}
    </>
  );
}

/** What is particular to the row: its own unit, and that all its numbers are estimates. */
function RowMarks({ row, sheet }: { readonly row: SheetRow; readonly sheet: Sheet }) {
  const marks = [
    row.unitText === sheet.unitText ? '' : row.unitText,
    row.basis === null ? '' : words.estimate[row.basis],
  ].filter(Boolean);
  return marks.length === 0 ? null : <small>({marks.join(', ')})</small>;
}

function CountedRow({ row, view }: RowProps) {
  return (
    <tr className="cnt">
      <th scope="row">
        <span className="sr">{words.countedRow(row.indicator.name)}</span>
        <span aria-hidden="true">{words.countedShort}</span>
      </th>
      {row.cells.map((cell, place) => (
        <td key={cell.unit}>{row.counted[place]}</td>
      ))}
      <td className="tot">{row.countedTotal}</td>
      {view.withLastYear ? (
        <>
          <td className="cmp" />
          <td />
        </>
      ) : null}
    </tr>
  );
}

function Cell({ cell, row, view, consolidation, hrefOf }: RowProps & { readonly cell: SheetCell }) {
  const place = consolidation.units.find((unit) => unit.code === cell.unit)?.shortName ?? '';
  if (cell.amount === null && !cell.isNotComputed)
    return (
      <td className="hatch">
        <span aria-hidden="true">{words.missing}</span>
        <span className="sr">{words.missingWhy(place)}</span>
      </td>
    );
  const isOpen = view.open === cellName({ indicator: row.indicator.code, unit: cell.unit });
  const differs = cell.countedText !== null || cell.isWrong;
  const kind = isOpen ? 'on' : differs ? 'diff' : undefined;
  return (
    <td className={kind} title={cell.countedText === null ? undefined : words.differsWhy(cell.countedText)}>
      <FigureLink cell={cell} row={row} place={place} hrefOf={hrefOf} isOpen={isOpen} />
    </td>
  );
}

function TotalCell({ row, view, hrefOf, sent, consolidation }: RowProps) {
  const { total } = row;
  const isOpen = view.open === row.indicator.code;
  const isPart = row.have < row.of && row.have !== sent;
  const kind = ['tot', isOpen ? 'on' : '', isPart ? 'part' : ''].filter(Boolean).join(' ');
  if (total.amount === null && !total.isNotComputed)
    return (
      <td className="tot hatch">
        <span aria-hidden="true">{words.missing}</span>
        <span className="sr">{words.missingWhy(words.total)}</span>
      </td>
    );
  return (
    <td className={kind}>
      <FigureLink cell={total} row={row} place={consolidation.clusterName} hrefOf={hrefOf} isOpen={isOpen} />
      {isPart ? <small>{`${row.have}/${row.of}`}</small> : null}
    </td>
  );
}

interface FigureLinkProps {
  readonly cell: SheetCell;
  readonly row: SheetRow;
  readonly place: string;
  readonly hrefOf: SheetTableProps['hrefOf'];
  readonly isOpen: boolean;
}

function FigureLink({ cell, row, place, hrefOf, isOpen }: FigureLinkProps) {
  const text = cell.isNotComputed ? words.notComputed : cell.text;
  const basis = row.basis === null ? words.estimate[cell.basis] : '';
  return (
    <a
      href={`${hrefOf({ indicator: row.indicator.code, unit: cell.unit })}#drawer`}
      aria-label={words.open(place, row.indicator.name, text)}
      aria-current={isOpen ? 'true' : undefined}
      title={cell.isNotComputed ? words.notComputedWhy : undefined}
    >
      {text}
      {basis ? <sup>{basis}</sup> : null}
    </a>
  );
}
