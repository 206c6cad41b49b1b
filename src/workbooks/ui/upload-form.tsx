import type { Alliance } from '#organisations/public.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { CommandForm, Field, SelectField } from '#platform/ui/forms.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import type { Period } from '#reporting/public.ts';
import { hrefs } from '../hrefs.ts';
import { XLSX } from '../media-type.ts';
import { text } from '../messages-pages.vi.ts';
import { periodName } from '../template/words.vi.ts';
import type { ImportsView } from '../views.ts';

interface UploadFormProps {
  readonly problem: FormProblem | undefined;
  readonly units: readonly Alliance[];
  readonly periods: readonly Period[];
}

/** Chooses a file; nothing is written before the person has seen what it changes. */
export function UploadForm({ problem, units, periods }: UploadFormProps) {
  if (units.length === 0) return <p className="box pad muted">{text.upload.mayNot}</p>;
  return (
    <section className="box pad stack" aria-labelledby="upload-head">
      <h2 id="upload-head">{text.upload.head}</h2>
      <CommandForm problem={problem} submitLabel={text.upload.submit} hasFiles>
        <Field
          name="file"
          type="file"
          accept={`.xlsx,${XLSX}`}
          required
          label={text.upload.file}
          hint={text.upload.fileHint}
          problem={problem}
        />
        <details className="more" open={Boolean(problem?.values.unit)}>
          <summary>{text.upload.foreign}</summary>
          <p className="small muted">{text.upload.foreignHint}</p>
          <div className="pair">
            <SelectField
              name="unit"
              label={text.upload.unit}
              problem={problem}
              options={[
                { value: '', label: text.upload.asStated },
                ...units.map((unit) => ({ value: unit.code, label: unit.name })),
              ]}
            />
            <SelectField
              name="period"
              label={text.upload.period}
              problem={problem}
              options={[
                { value: '', label: text.upload.asStated },
                ...periods.map((period) => ({ value: period.code, label: periodName(period) })),
              ]}
            />
          </div>
        </details>
      </CommandForm>
    </section>
  );
}

/** Files that were looked at and not yet written. */
export function WaitingUploads({ waiting }: Pick<ImportsView, 'waiting'>) {
  if (waiting.length === 0) return null;
  return (
    <section className="box" aria-labelledby="waiting-head">
      <div className="cap">
        <h2 id="waiting-head">{text.waiting.head}</h2>
        <span className="end">{text.waiting.why}</span>
      </div>
      <ul className="waiting">
        {waiting.map((upload) => (
          <li key={upload.id}>
            <a href={hrefs.upload(upload.id)}>{upload.fileName}</a>
            <span className="muted small">{text.waiting.at(formatMoment(upload.uploadedAt))}</span>
            {upload.accepted ? (
              <StateChip tone="ok" sign="✓">
                {text.waiting.ready}
              </StateChip>
            ) : (
              <StateChip tone="bad" sign="!">
                {text.waiting.hasErrors}
              </StateChip>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
