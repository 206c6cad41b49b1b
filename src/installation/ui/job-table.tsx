import { jobNames } from '#platform/health/messages.vi.ts';
import type { HealthFacts } from '#platform/health/model.ts';
import { formatMoment, MISSING } from '#platform/i18n/format.ts';
import type { Outcome } from '#platform/schedule/due.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import type { Tone } from '#platform/ui/state-chip.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { text } from '../messages.vi.ts';

const words = text.health;
const SIGNS: Readonly<Record<Outcome, readonly [Tone, string]>> = {
  running: ['wait', '…'],
  done: ['ok', '✓'],
  failed: ['bad', '!'],
  'cut-off': ['warn', '!'],
};

/** What runs by itself: how its last run ended, when the next one is due. */
export function JobTable({ jobs }: { jobs: HealthFacts['jobs'] }) {
  return (
    <>
      <h2>{words.jobs}</h2>
      <TableBox label={words.jobs}>
        <table className="jobs">
          <thead>
            <tr>
              {words.jobColumns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr key={job.name}>
                <th scope="row">{jobNames[job.name] ?? job.name}</th>
                <td>{job.last ? formatMoment(job.last.startedAt) : MISSING}</td>
                <td className="msg">
                  <JobOutcome job={job} />
                </td>
                <td>{job.nextAt ? formatMoment(job.nextAt) : MISSING}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}

function JobOutcome({ job: { last, idle } }: { job: HealthFacts['jobs'][number] }) {
  if (!last)
    return (
      <StateChip tone="idle" sign="–">
        {idle ?? words.notRun}
      </StateChip>
    );
  const [tone, sign] = SIGNS[last.outcome];
  return (
    <>
      <StateChip tone={tone} sign={sign}>
        {words.outcomes[last.outcome]}
        {last.attempt > 1 ? `, ${words.attempt(last.attempt)}` : ''}
      </StateChip>
      {last.sentence ? <small>{last.sentence}</small> : null}
      {idle ? <small>{idle}</small> : null}
    </>
  );
}
