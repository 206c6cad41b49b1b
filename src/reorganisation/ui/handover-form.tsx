import type { FormProblem } from '#platform/http/problem.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, Field, SelectField } from '#platform/ui/forms.tsx';
import type { HandoverView } from '../handover-view.ts';
import { handoverText as text } from '../messages-pages.vi.ts';

/** Step one: who takes over and when; the page then shows what that would mean. */
export function HandoverChoice({ view }: { view: HandoverView }) {
  return (
    <form className="box pad wizard-choice" method="get" aria-label={text.choose}>
      <SelectField
        name="den"
        label={text.to}
        defaultValue={view.wish.to}
        options={view.units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Field name="het" type="date" label={text.endsOn} defaultValue={view.wish.endsOn} />
      <Field name="tu" type="date" label={text.from} defaultValue={view.wish.from} />
      <button className="btn" type="submit">
        {text.choose}
      </button>
    </form>
  );
}

interface FormProps {
  readonly view: HandoverView;
  readonly problem: FormProblem | undefined;
}

/** Step two: whose rights end and begin, and the word. */
export function HandoverForm({ view, problem }: FormProps) {
  const { taking, wish } = view;
  if (!view.may.handOver) return <Note>{text.adminOnly}</Note>;
  if (!taking) return null;
  return (
    <section className="box pad wizard" aria-label={text.submit}>
      <CommandForm problem={problem} submitLabel={text.submit}>
        <input type="hidden" name="act" value="hand-over" />
        <input type="hidden" name="toCode" value={wish.to} />
        <input type="hidden" name="endsOn" value={wish.endsOn} />
        <input type="hidden" name="from" value={wish.from} />
        {wish.gap ? <Note tone="warn">{text.gap(formatDate(wish.gap.from), formatDate(wish.gap.until))}</Note> : null}
        <SelectField
          name="personId"
          label={text.person}
          problem={problem}
          options={[{ value: '', label: text.noPerson }, ...taking.people]}
        />
        <Rights name="ends[]" legend={text.ends} none={text.noEnds}>
          {taking.ends.map((one) => ({ ...one, note: one.isOnly ? text.onlyRight : '' }))}
        </Rights>
        <p className="small muted">{text.keepsReading}</p>
        <Rights name="gives[]" legend={text.gives} none={text.noGives}>
          {taking.gives.map((one) => ({ ...one, note: text.becomes(one.becomes) }))}
        </Rights>
      </CommandForm>
    </section>
  );
}

interface RightsProps {
  readonly name: string;
  readonly legend: string;
  readonly none: string;
  readonly children: readonly {
    readonly key: string;
    readonly words: string;
    readonly note: string;
    /** Ticked beforehand: editors and inspectors of the cluster need not be people of its head unit. */
    readonly isOfHead?: boolean;
  }[];
}

function Rights({ name, legend, none, children }: RightsProps) {
  return (
    <fieldset className="rights">
      <legend>{legend}</legend>
      {children.length === 0 ? <p className="muted">{none}</p> : null}
      {children.map(({ key, words, note, isOfHead = false }) => (
        <label key={key}>
          <input type="checkbox" name={name} value={key} defaultChecked={isOfHead} />
          <span>
            {words} {note ? <small>({note})</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
