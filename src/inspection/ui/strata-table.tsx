import { formatNumber } from '#platform/i18n/format.ts';
import { text } from '../messages.vi.ts';
import type { Draw } from '../sampling.ts';

/** What each stratum holds and how many were drawn of it. */
export function StrataTable({ draw }: { draw: Draw }) {
  const [stratum, held, drawn] = text.strataColumns;
  return (
    <table className="strata">
      <caption className="sr">{text.strataTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{stratum}</th>
          <th scope="col" className="r">
            {held}
          </th>
          <th scope="col" className="r">
            {drawn}
          </th>
        </tr>
      </thead>
      <tbody>
        {draw.strata.map((each) => (
          <tr key={each.stratum}>
            <th scope="row">{each.stratum}</th>
            <td className="r">{formatNumber(each.population)}</td>
            <td className="r">{formatNumber(each.drawn)}</td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row">{text.total}</th>
          <td className="r">{formatNumber(draw.population)}</td>
          <td className="r">{formatNumber(draw.chosen.length)}</td>
        </tr>
      </tbody>
    </table>
  );
}
