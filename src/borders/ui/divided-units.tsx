import { decimalOf } from '#kernel/fraction.ts';
import { formatDate, formatShare } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { compareText as text } from '../messages.vi.ts';
import type { DividedUnit } from '../model.ts';

/** How many divided units are listed; going back before the mergers nearly every commune is one. */
const SHOWN_MAX = 60;

/** The communes whose records had to be divided, with where their parts went and the records to mend. */
export function DividedUnits({ divided }: { divided: readonly DividedUnit[] }) {
  if (divided.length === 0) return null;
  return (
    <details open={divided.length <= 15}>
      <summary>
        <b>{text.divided(divided.length)}</b>
      </summary>
      <p className="small muted">{text.dividedWhy}</p>
      <TableBox label={text.divided(divided.length)}>
        <table className="cards borders-table">
          <thead>
            <tr>
              <th scope="col">{text.dividedColumns.unit}</th>
              <th scope="col">{text.dividedColumns.day}</th>
              <th scope="col">{text.dividedColumns.into}</th>
              <th scope="col" className="r">
                {text.dividedColumns.records}
              </th>
            </tr>
          </thead>
          <tbody>
            {divided.slice(0, SHOWN_MAX).map(({ unit, on, into, records }) => (
              <tr key={`${unit.uid} ${on}`}>
                <th scope="row">
                  <a href={`/van-phong/dia-ban/${encodeURIComponent(unit.uid)}`}>{unit.fullName}</a>
                </th>
                <td data-label={text.dividedColumns.day}>{formatDate(on)}</td>
                <td data-label={text.dividedColumns.into} className="msg">
                  {into
                    .map(({ target, share }) => `${target?.fullName ?? '?'} ${formatShare(decimalOf(share))}`)
                    .join('; ')}
                </td>
                <td className="r" data-label={text.dividedColumns.records}>
                  <a href={`/van-phong/so-bo?xa=${unit.id}`}>{text.records(records)}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </details>
  );
}
