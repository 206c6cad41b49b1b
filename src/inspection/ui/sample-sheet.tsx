import { TableBox } from '#platform/ui/empty.tsx';
import { text } from '../messages.vi.ts';
import type { PopulationRow } from '../model.ts';

/** What was drawn, with room to write what was found. */
export function SampleSheet({ columns, rows }: { columns: readonly string[]; rows: readonly PopulationRow[] }) {
  return (
    <TableBox label={text.sheetTitle(rows.length, rows.length)}>
      <table className="sample-sheet">
        <thead>
          <tr>
            <th scope="col" className="r">
              {text.no}
            </th>
            <th scope="col">{text.stratum}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
            <th scope="col" className="on-paper">
              {text.finding}
            </th>
            <th scope="col" className="on-paper">
              {text.followUp}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, stratum, href, cells: [name = '', ...others] }, at) => (
            <tr key={id}>
              <td className="r">{at + 1}</td>
              <td>{stratum}</td>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              {others.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
              <td className="on-paper" />
              <td className="on-paper" />
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
