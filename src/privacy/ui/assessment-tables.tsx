import type { Flow } from '../assessment.ts';
import { peopleLabels, purposeLabels, retentionLabels, text, viewerLabels } from '../messages.vi.ts';

/** One row for each flow of the map. */
export function FlowTable({ flows }: { flows: readonly Flow[] }) {
  const heads = text.assessment.flowHeads;
  const { basis } = text.map.heads;
  return (
    <table className="cards data-map">
      <thead>
        <tr>
          {[...Object.values(heads), basis].map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => (
          <tr key={`${flow.purpose} ${flow.people} ${flow.retention}`}>
            <th scope="row">{purposeLabels[flow.purpose]}</th>
            <td data-label={heads.people}>{peopleLabels[flow.people]}</td>
            <td data-label={heads.data}>{flow.data.join('; ')}</td>
            <td data-label={heads.recipients}>{flow.recipients.map((viewer) => viewerLabels[viewer]).join(', ')}</td>
            <td data-label={heads.retention}>{retentionLabels[flow.retention]}</td>
            <td data-label={basis}>
              {flow.bases.map((one) => (
                <span className="basis" key={one.basis}>
                  {one.basis} {one.isToCheck ? <small className="muted">({text.map.toCheck})</small> : null}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PairTableProps {
  readonly heads: readonly [string, string];
  readonly rows: readonly (readonly [string, string])[];
}

export function PairTable({ heads: [first, second], rows }: PairTableProps) {
  return (
    <table className="cards data-map">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">{second}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([one, other]) => (
          <tr key={one}>
            <th scope="row">{one}</th>
            <td data-label={second}>{other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
