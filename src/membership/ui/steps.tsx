import { formatDate, formatMoment } from '#platform/i18n/format.ts';
import { paperLabels, text } from '../messages.vi.ts';
import type { Step } from '../model.ts';

/** What was done, the oldest first: the day, the paper, who wrote it down and when. */
export function Steps({ steps, labels }: { steps: readonly Step[]; labels: Readonly<Record<string, string>> }) {
  if (steps.length === 0) return null;
  return (
    <>
      <h3>{text.steps}</h3>
      <ol className="chain">
        {steps.map((step, at) => (
          <li key={`${step.act} ${step.recordedAt.getTime()}`} className={at === steps.length - 1 ? 'end' : undefined}>
            <b>{labels[step.act] ?? step.act}</b>
            <small>
              {[
                formatDate(step.effectiveOn),
                step.paperNo ? `${paperLabels[step.act] ?? text.paper} ${step.paperNo}` : '',
                step.note,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
            <small>
              {formatMoment(step.recordedAt)} · {step.recordedBy}
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}
