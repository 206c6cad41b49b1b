import type { FormProblem } from '#platform/http/problem.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { CommandForm, TextField } from '#platform/ui/forms.tsx';
import type { ErrorRate, Tally } from '../error-rate.ts';
import { hrefs } from '../hrefs.ts';
import { findingText } from '../messages.findings.vi.ts';
import type { KeptSample } from '../model.ts';

const words = findingText.conclusion;

interface ConclusionProps {
  readonly sample: KeptSample;
  readonly tally: Tally;
  readonly rate: ErrorRate | null;
  /** Whether this person may conclude. */
  readonly may: boolean;
  readonly blockedBy: string | null;
  readonly problem: FormProblem | undefined;
}

/** The share of wrong items with its interval, and the words of the conclusion. */
export function Conclusion({ sample, tally, rate, may, blockedBy, problem }: ConclusionProps) {
  return (
    <section className="conclusion" aria-labelledby="conclusion">
      <h2 id="conclusion">{words.title}</h2>
      <dl className="strip">
        <div>
          <dt>{words.rate}</dt>
          <dd>{rate ? words.share(rate, tally.wrong) : '—'}</dd>
        </div>
        <div>
          <dt>{words.interval}</dt>
          <dd>{rate ? words.bounds(rate) : '—'}</dd>
        </div>
        <div>
          <dt>{words.checked}</dt>
          <dd>{formatNumber(tally.right + tally.wrong)}</dd>
        </div>
        <div>
          <dt>{words.unverifiable}</dt>
          <dd>{formatNumber(tally.unverifiable)}</dd>
        </div>
        <div>
          <dt>{words.open}</dt>
          <dd>{formatNumber(tally.open)}</dd>
        </div>
      </dl>
      <p className="small muted">{words.why}</p>
      {sample.concludedAt ? (
        <>
          <p className="said">{sample.conclusion}</p>
          <p className="small muted">{words.by(sample.concludedBy ?? '', sample.concludedAt)}</p>
        </>
      ) : may ? (
        <CommandForm
          problem={problem}
          submitLabel={words.submit}
          disabledReason={blockedBy ?? undefined}
          action={hrefs.sample(sample.id)}
        >
          <input type="hidden" name="act" value="conclude" />
          <TextField name="conclusion" label={words.words} hint={words.wordsHint} problem={problem} rows={4} />
        </CommandForm>
      ) : null}
    </section>
  );
}
