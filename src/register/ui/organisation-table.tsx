import type { IsoDate } from '#kernel/time.ts';
import type { ListAddress } from '../list-address.ts';
import { sortedBy, writeListAddress } from '../list-address.ts';
import type { ListColumn, ListNames } from '../list-columns.ts';
import type { ListView } from '../list-view.ts';
import type { ListedOrganisation } from '../listing-model.ts';
import { fieldLabels } from '../messages.vi.ts';
import { listText as text } from '../messages-pages.vi.ts';
import { sameDayYearBefore } from '../statuses.ts';
import { StatusChip } from './status.tsx';

interface TableProps {
  readonly view: ListView;
  readonly address: ListAddress;
  readonly columns: readonly ListColumn[];
  readonly names: ListNames;
  readonly today: IsoDate;
  readonly place: string;
}

/** The page of the list; a card for each row on narrow screens. */
export function OrganisationTable({ view, address, columns, names, today, place }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="box" aria-label={text.caption(place)} tabIndex={0}>
      <table className={address.isRoomy ? 'reg cards roomy' : 'reg cards'}>
        <colgroup>
          <col className="name" />
          {columns.map((column) => (
            <col key={column.word} style={{ width: `${column.widthRem}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <Head address={address} label={fieldLabels.name ?? ''} unit="" sort="name" isNumber={false} />
            {columns.map((column) => (
              <Head key={column.word} address={address} {...column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {view.page.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="name" title={row.name}>
                <a href={`/van-phong/so-bo/${row.id}`}>{row.name}</a>
              </th>
              {columns.map((column) => (
                <Cell key={column.word} row={row} column={column} names={names} today={today} view={view} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type HeadProps = Pick<ListColumn, 'label' | 'unit' | 'sort' | 'isNumber'> & { readonly address: ListAddress };

function Head({ address, label, unit, sort, isNumber }: HeadProps) {
  const sorted = address.sort === 'relevance' && address.question === '' ? 'name' : address.sort;
  const isSorted = sort !== null && sorted === sort;
  const order = address.direction === 'asc' ? 'ascending' : 'descending';
  return (
    <th scope="col" className={isNumber ? 'r' : undefined} aria-sort={isSorted ? order : undefined}>
      {sort === null ? (
        label
      ) : (
        <a
          className="sort"
          href={`/van-phong/so-bo${writeListAddress(sortedBy(address, sort))}`}
          title={text.sortBy(label)}
        >
          {label}
          {isSorted ? <span aria-hidden="true">{address.direction === 'asc' ? ' ↑' : ' ↓'}</span> : null}
        </a>
      )}
      {unit === 'triệu đồng' ? <small className="unit">{unit}</small> : null}
    </th>
  );
}

interface CellProps {
  readonly row: ListedOrganisation;
  readonly column: ListColumn;
  readonly names: ListNames;
  readonly today: IsoDate;
  readonly view: ListView;
}

/** On a card the head is not seen, so the unit stands with the label. */
function labelOf(column: ListColumn): string {
  return column.unit === 'triệu đồng' ? `${column.label} (${column.unit})` : column.label;
}

function Cell({ row, column, names, today, view }: CellProps) {
  if (column.word === 'tinh-trang')
    return (
      <td className="c" data-label={labelOf(column)}>
        <StatusChip status={row.status} establishedOn={row.establishedOn} today={today} />
      </td>
    );
  const shown = column.text(row, names);
  const alliance = view.alliances.find((one) => one.id === row.allianceId);
  const isHidden = column.isPersonal && !view.personalWithin.includes(alliance?.code ?? '');
  if (isHidden)
    return (
      <td className="muted" data-label={labelOf(column)} title={text.hiddenTitle}>
        {text.hidden}
      </td>
    );
  if (shown === '')
    return (
      <td className={column.isNumber ? 'r hatch small' : 'hatch small'} data-label={labelOf(column)}>
        {text.missingFigure}
      </td>
    );
  const isStale = column.word === 'xac-nhan' && row.confirmedOn !== null && row.confirmedOn <= sameDayYearBefore(today);
  return (
    <td
      className={[column.isNumber ? 'r' : '', isStale ? 'stale' : ''].join(' ').trim()}
      data-label={labelOf(column)}
      title={column.isNumber ? undefined : shown}
    >
      {isStale ? (
        <>
          <span aria-hidden="true">! </span>
          <span className="sr">{text.overdue} </span>
        </>
      ) : null}
      {shown}
    </td>
  );
}
