import type { DatedRule, PastRule } from '#legal/public.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatMoment } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, Field, SelectField, TextField } from '#platform/ui/forms.tsx';
import type { CatalogueAddress, RuleAct } from '../catalogue.ts';
import { writeCatalogueAddress } from '../catalogue.ts';
import { hrefs } from '../hrefs.ts';
import { catalogueText, unitLabels } from '../messages.vi.ts';
import type { ValueField } from '../rule-form.ts';
import { valueFields } from '../rule-form.ts';
import { sayValue, titleOf } from '../say-rule.ts';
import { spanText, VerifiedChip } from './rule-table.tsx';

const text = catalogueText.drawer;

interface RuleDrawerProps {
  readonly rule: DatedRule;
  readonly past: readonly PastRule[];
  readonly address: CatalogueAddress;
  readonly mayChange: boolean;
  readonly problem: FormProblem | undefined;
  readonly closeHref: string;
}

/** One dated value: what it says, what it said before, and to an administrator the acts that change it. */
export function RuleDrawer({ rule, past, address, mayChange, problem, closeHref }: RuleDrawerProps) {
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
      {mayChange ? (
        <Acts rule={rule} address={address} problem={problem} />
      ) : (
        <p className="small muted">{text.readOnly}</p>
      )}
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

const SUBMITS: Readonly<Record<RuleAct, { readonly name: string; readonly submit: string; readonly why: string }>> = {
  correct: { name: text.correct, submit: text.correctSubmit, why: text.correctWhy },
  follow: { name: text.follow, submit: text.followSubmit, why: text.followWhy },
  confirm: { name: text.confirm, submit: text.confirmSubmit, why: text.confirmWhy },
  reopen: { name: text.reopen, submit: text.reopenSubmit, why: '' },
};

/** What can be done with it, one form at a time: two would have fields of one name. */
function Acts({ rule, address, problem }: Pick<RuleDrawerProps, 'rule' | 'address' | 'problem'>) {
  const lawful: readonly RuleAct[] = rule.verified ? ['follow', 'reopen'] : ['correct', 'follow', 'confirm'];
  const act = lawful.find((each) => each === address.act);
  return (
    <div className="rule-acts">
      <p className="tools">
        {lawful.map((each) => (
          <a
            key={each}
            className="btn s"
            href={`${hrefs.rules(writeCatalogueAddress({ ...address, act: each }))}#drawer`}
            aria-current={each === act ? 'true' : undefined}
          >
            {SUBMITS[each].name}
          </a>
        ))}
      </p>
      {act ? (
        <CommandForm problem={problem} submitLabel={SUBMITS[act].submit}>
          <Which rule={rule} act={act} />
          {SUBMITS[act].why ? <p className="small muted">{SUBMITS[act].why}</p> : null}
          {act === 'follow' ? (
            <Field
              name="from"
              label={text.effective}
              inputMode="numeric"
              autoComplete="off"
              problem={problem}
              required
            />
          ) : null}
          {act === 'correct' || act === 'follow' ? <Values rule={rule} problem={problem} /> : null}
          <Field
            name="why"
            label={act === 'confirm' ? text.confirmSource : text.why}
            problem={problem}
            maxLength={200}
            required
          />
        </CommandForm>
      ) : null}
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
