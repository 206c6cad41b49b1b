import type { DatedRule, PastRule } from '#legal/public.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, Field, SelectField, TextField } from '#platform/ui/forms.tsx';
import { catalogueText, unitLabels } from '../messages.vi.ts';
import type { ValueField } from '../rule-form.ts';
import { valueFields } from '../rule-form.ts';
import { sayValue, titleOf } from '../say-rule.ts';
import { spanText, VerifiedChip } from './rule-table.tsx';

const text = catalogueText.drawer;

interface RuleDrawerProps {
  readonly rule: DatedRule;
  readonly past: readonly PastRule[];
  readonly mayChange: boolean;
  readonly problem: FormProblem | undefined;
  readonly closeHref: string;
}

/** One dated value: what it says, what it said before, and to an administrator the acts that change it. */
export function RuleDrawer({ rule, past, mayChange, problem, closeHref }: RuleDrawerProps) {
  return (
    <Drawer title={titleOf(rule)} sub={<VerifiedChip rule={rule} />} closeHref={closeHref}>
      <dl className="kv said-rule">
        <dt>{text.now}</dt>
        <dd>{sayValue(rule)}</dd>
        <dt>{text.citation}</dt>
        <dd>{`${rule.citation} · ${catalogueText.certainty(rule.certainty)}`}</dd>
        <dt>{catalogueText.columns[3]}</dt>
        <dd>{`${spanText(rule)} · ${catalogueText.version(rule.version)}`}</dd>
        {rule.note ? (
          <>
            <dt>{text.note}</dt>
            <dd>{rule.note}</dd>
          </>
        ) : null}
      </dl>
      {mayChange ? <Acts rule={rule} problem={problem} /> : <p className="small muted">{text.readOnly}</p>}
      <h3>{text.history}</h3>
      {past.length === 0 ? <p className="small muted">{text.noHistory}</p> : null}
      <ul className="past">
        {past.map((each) => (
          <li key={`${each.validFrom} ${each.version}`}>
            <b>{sayValue(each)}</b>
            <small>{`${spanText(each)} · ${catalogueText.version(each.version)} · ${each.citation}`}</small>
            <small>{`${text.replaced(formatMoment(each.replacedAt), each.replacedBy)}: ${each.why}`}</small>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

/** What can be done with it: the act that came back with a problem is open. */
function Acts({ rule, problem }: { rule: DatedRule; problem: FormProblem | undefined }) {
  const tried = problem ? String(problem.values.act ?? '') : '';
  const of = (act: string) => (tried === act ? problem : undefined);
  return (
    <div className="rule-acts">
      {rule.verified ? null : (
        <details open={tried === 'correct'}>
          <summary>{text.correct}</summary>
          <CommandForm problem={of('correct')} submitLabel={text.correctSubmit}>
            <Which rule={rule} act="correct" />
            <p className="small muted">{text.correctWhy}</p>
            <Values rule={rule} problem={of('correct')} />
            <Why problem={of('correct')} label={text.why} />
          </CommandForm>
        </details>
      )}
      <details open={tried === 'follow'}>
        <summary>{text.follow}</summary>
        <CommandForm problem={of('follow')} submitLabel={text.followSubmit}>
          <Which rule={rule} act="follow" />
          <p className="small muted">{text.followWhy}</p>
          <Field name="from" label={text.effective} inputMode="numeric" autoComplete="off" problem={of('follow')} />
          <Values rule={rule} problem={of('follow')} />
          <Why problem={of('follow')} label={text.why} />
        </CommandForm>
      </details>
      <details open={tried === 'confirm' || tried === 'reopen'}>
        <summary>{rule.verified ? text.reopen : text.confirm}</summary>
        <CommandForm
          problem={of('confirm') ?? of('reopen')}
          submitLabel={rule.verified ? text.reopenSubmit : text.confirmSubmit}
        >
          <Which rule={rule} act={rule.verified ? 'reopen' : 'confirm'} />
          {rule.verified ? null : <p className="small muted">{text.confirmWhy}</p>}
          <Why problem={of('confirm') ?? of('reopen')} label={rule.verified ? text.why : text.confirmSource} />
        </CommandForm>
      </details>
    </div>
  );
}

function Which({ rule, act }: { rule: DatedRule; act: string }) {
  return (
    <>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="key" value={rule.key} />
      <input type="hidden" name="validFrom" value={rule.validFrom} />
      <input type="hidden" name="seenVersion" value={rule.version} />
    </>
  );
}

function Why({ problem, label }: { problem: FormProblem | undefined; label: string }) {
  return <Field name="why" label={label} problem={problem} maxLength={200} required />;
}

function Values({ rule, problem }: { rule: DatedRule; problem: FormProblem | undefined }) {
  return (
    <>
      {valueFields(rule).map((field) => (
        <ValueInput key={field.part} field={field} problem={problem} />
      ))}
      <Field
        name="citation"
        label={text.citation}
        hint={text.citationHint}
        problem={problem}
        defaultValue={rule.citation}
        maxLength={200}
        required
      />
      <TextField name="note" label={text.noteLabel} problem={problem} defaultValue={rule.note} rows={2} />
    </>
  );
}

function ValueInput({ field, problem }: { field: ValueField; problem: FormProblem | undefined }) {
  const name = `v_${field.part}`;
  const label = text.parts[field.part] ?? field.part;
  if (field.kind === 'json')
    return (
      <TextField name={name} label={label} hint={text.jsonHint} problem={problem} defaultValue={field.now} rows={6} />
    );
  if (field.kind === 'unit')
    return (
      <SelectField
        name={name}
        label={label}
        problem={problem}
        defaultValue={field.now}
        options={Object.entries(unitLabels).map(([value, said]) => ({ value, label: said }))}
      />
    );
  return (
    <Field
      name={name}
      label={label}
      {...(field.kind === 'number' ? { inputMode: 'decimal' as const, hint: text.emptyHint } : {})}
      problem={problem}
      defaultValue={field.now}
      autoComplete="off"
    />
  );
}
