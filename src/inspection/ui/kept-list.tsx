import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import type { ListedSample } from '../findings.ts';
import { hrefs } from '../hrefs.ts';
import { findingText as text } from '../messages.findings.vi.ts';
import { populationLabels } from '../messages.vi.ts';

/** The samples that were kept, the newest first. */
export function KeptList({ samples }: { samples: readonly ListedSample[] }) {
  if (samples.length === 0) return null;
  const [name, at, by, looked, wrong, state] = text.keptColumns;
  return (
    <>
      <h2>{text.keptTitle}</h2>
      <TableBox label={text.keptTitle}>
        <table className="kept-list">
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col">{at}</th>
              <th scope="col">{by}</th>
              <th scope="col" className="r">
                {looked}
              </th>
              <th scope="col" className="r">
                {wrong}
              </th>
              <th scope="col">{state}</th>
            </tr>
          </thead>
          <tbody>
            {samples.map((sample) => (
              <tr key={sample.id}>
                <th scope="row">
                  <a href={hrefs.sample(sample.id)}>
                    {text.keptName(sample.seed, populationLabels[sample.population])}
                  </a>
                </th>
                <td className="num">{formatMoment(sample.drawnAt)}</td>
                <td>{sample.drawnBy}</td>
                <td className="r">{text.progress(sample.looked, sample.items)}</td>
                <td className="r">{formatNumber(sample.wrong)}</td>
                <td>
                  <StateChip tone={sample.concludedAt ? 'ok' : 'wait'} sign={sample.concludedAt ? '✓' : 'N'}>
                    {sample.concludedAt ? text.concluded : text.working}
                  </StateChip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}
