import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { hrefs } from '../hrefs.ts';
import { text } from '../messages-pages.vi.ts';
import type { PastImport } from '../model.ts';

interface PastImportsProps {
  readonly past: readonly PastImport[];
  readonly unitNames: Readonly<Record<string, string>>;
}

/** The workbooks that came in, newest first. */
export function PastImports({ past, unitNames }: PastImportsProps) {
  const words = text.past;
  return (
    <TableBox label={words.caption}>
      <div className="cap">
        <h2>{words.head}</h2>
      </div>
      <table className="flow past">
        <caption className="sr">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.period}</th>
            <th scope="col" className="r">
              {words.changes}
            </th>
            <th scope="col" className="r">
              {words.values}
            </th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {past.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <a href={hrefs.import(one.id)}>{one.fileName}</a>
              </th>
              <td data-label={words.unit}>{unitNames[one.unitCode] ?? one.unitCode}</td>
              <td data-label={words.period}>{one.periodCode}</td>
              <td data-label={words.changes} className="r num">
                {words.rows({ new: one.rowsNew, changed: one.rowsChanged, unchanged: one.rowsUnchanged })}
              </td>
              <td data-label={words.values} className="r num">
                {formatNumber(one.valuesNew + one.valuesChanged)}
              </td>
              <td data-label={words.by}>
                <span>
                  {one.importedBy} <span className="muted small">{formatMoment(one.importedAt)}</span>
                </span>
              </td>
              <td data-label={words.state}>
                <ImportState one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

export function ImportState({ one, boxed = false }: { one: Pick<PastImport, 'undoneAt'>; boxed?: boolean }) {
  return one.undoneAt === null ? (
    <StateChip tone="ok" sign="✓" boxed={boxed}>
      {text.past.accepted}
    </StateChip>
  ) : (
    <StateChip tone="idle" sign="↶" boxed={boxed}>
      {text.past.undone}
    </StateChip>
  );
}
