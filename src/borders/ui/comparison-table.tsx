import type { IsoDate } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { writeBehindAddress, writeComparisonAddress } from '../address.ts';
import { differenceText, figureText, growthText } from '../figures.ts';
import { groupNames, compareText as text } from '../messages.vi.ts';
import type { ComparedRow, Comparison, ShownFigure } from '../model.ts';

/** One row for each unit of the borders asked about; beside each figure how much of it is an estimate. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  const { measure, firstDay, secondDay, rows, total } = comparison;
  return (
    <TableBox label={text.caption(measure.label, firstDay, secondDay)}>
      <table className="cards borders-table">
        <caption className="sr">{text.caption(measure.label, firstDay, secondDay)}</caption>
        <thead>
          <tr>
            <th scope="col">{text.unit}</th>
            <th scope="col" className="r">
              {formatDate(firstDay)}
            </th>
            <th scope="col" className="r">
              {formatDate(secondDay)}
            </th>
            <th scope="col" className="r">
              {text.difference}
            </th>
            <th scope="col" className="r">
              {text.growth}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} comparison={comparison} />
          ))}
        </tbody>
        <tfoot>
          <Row row={{ ...total, name: groupNames[''] }} comparison={comparison} />
        </tfoot>
      </table>
    </TableBox>
  );
}

function Row({ row, comparison }: { row: ComparedRow; comparison: Comparison }) {
  const { measure, firstDay, secondDay, editions } = comparison;
  return (
    <tr className={row.key in groupNames && row.key !== '' ? 'special' : undefined}>
      <th scope="row">
        <Name row={row} comparison={comparison} />
      </th>
      <Figure row={row} figure={row.first} on={firstDay} bordersOn={editions.first.validFrom} comparison={comparison} />
      <Figure
        row={row}
        figure={row.second}
        on={secondDay}
        bordersOn={editions.second.validFrom}
        comparison={comparison}
      />
      <td className="r" data-label={text.difference}>
        {row.isBroken ? text.broken : differenceText(measure, row.difference)}
      </td>
      <td className="r" data-label={text.growth}>
        {row.isBroken ? text.broken : growthText(row.growth)}
      </td>
    </tr>
  );
}

/** A province leads to its communes, a commune to what it was and is. */
function Name({ row, comparison }: { row: ComparedRow; comparison: Comparison }) {
  if (row.uid === null) return row.name;
  if (comparison.grouping.by === 'commune')
    return <a href={`/van-phong/dia-ban/${encodeURIComponent(row.uid)}`}>{row.name}</a>;
  const { measure, firstDay, secondDay, borders } = comparison;
  const address = {
    first: firstDay,
    second: secondDay,
    borders,
    provinceCode: row.code,
    wrong: [],
    measure: measure.key,
  };
  return <a href={`/van-phong/so-bo/dia-gioi${writeComparisonAddress(address)}`}>{row.name}</a>;
}

function Figure({
  row,
  figure,
  on,
  bordersOn,
  comparison,
}: {
  row: ComparedRow;
  figure: ShownFigure;
  on: IsoDate;
  bordersOn: IsoDate;
  comparison: Comparison;
}) {
  const { measure, grouping } = comparison;
  const shown = figureText(measure, figure.value);
  const isNothing = figure.value === null || figure.value === '0' || row.key === '' || measure.kind === 'fund';
  const href = writeBehindAddress({
    measure: measure.key,
    on,
    bordersOn,
    grouping,
    group: grouping.by === 'province' ? (row.code ?? row.key) : row.key,
  });
  return (
    <td className="r" data-label={formatDate(on)}>
      {isNothing ? shown : <a href={href}>{shown}</a>}
      {figure.dividedUnits > 0 ? (
        <small>
          {figure.apportioned === null
            ? text.partly(figure.dividedUnits)
            : text.apportioned(figureText(measure, figure.apportioned), figure.dividedUnits)}
        </small>
      ) : null}
    </td>
  );
}
