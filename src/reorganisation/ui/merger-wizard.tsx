import { ProposalNote } from '#platform/access/ui/proposal-panel.tsx';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { CheckField } from '#platform/ui/check-field.tsx';
import { Note, TableBox } from '#platform/ui/empty.tsx';
import { CommandForm, Field, SelectField } from '#platform/ui/forms.tsx';
import type { MergerCounts } from '../merger-model.ts';
import type { MergersView } from '../merger-view.ts';
import { mergerText as text } from '../messages-pages.vi.ts';

const NEW_UNIT = 'moi';

/** Step one, by the address: which units, which goes on, from which day. */
export function MergerChoiceForm({ view: { choice, units } }: { view: MergersView }) {
  return (
    <form className="box pad stack" method="get" aria-label={text.step}>
      <div className="wizard-choice">
        <SelectField
          name="loai"
          label={text.kind}
          defaultValue={choice.kind}
          options={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
        />
        <Field name="ngay" type="date" label={text.effectiveOn} defaultValue={choice.effectiveOn} />
      </div>
      <fieldset className="rights">
        <legend>{text.sources}</legend>
        <small>{text.sourcesHint}</small>
        {units.map(({ code, name }) => (
          <label key={code}>
            <input type="checkbox" name="nguon" value={code} defaultChecked={choice.sources.includes(code)} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <div className="wizard-choice">
        <SelectField
          name="giu"
          label={text.successor}
          defaultValue={choice.successor}
          options={[
            ...units.map(({ code, name }) => ({ value: code, label: name })),
            { value: NEW_UNIT, label: text.newUnit },
          ]}
        />
        <Field
          name="ma"
          label={text.newCode}
          hint={text.newCodeHint}
          defaultValue={choice.newCode}
          maxLength={31}
          autoComplete="off"
        />
      </div>
      <p>
        <button className="btn" type="submit">
          {text.preview}
        </button>
      </p>
    </form>
  );
}

/** How much moves, what stays. */
export function MergerPreview({ counts }: { counts: MergerCounts }) {
  return (
    <>
      <TableBox label={text.previewTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.unit}</th>
              {[text.organisations, text.funds, text.rights, text.terms, text.submissions].map((head) => (
                <th scope="col" className="r" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.units.map((unit) => (
              <tr key={unit.code}>
                <th scope="row" className="msg">
                  {unit.name}
                  <small className="muted block">{unit.ends ? text.ends : text.goesOn}</small>
                </th>
                <td className="r">{formatNumber(unit.organisations)}</td>
                <td className="r">{formatNumber(unit.funds)}</td>
                <td className="r">{formatNumber(unit.rights)}</td>
                <td className="r">{formatNumber(unit.terms)}</td>
                <td className="r">{formatNumber(unit.submissions)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <ul className="lines">
        {counts.clusters.map(({ name, before, after, locks }) => (
          <li key={name}>{text.cluster(name, before, after, locks)}</li>
        ))}
        {counts.units.some(({ ends, terms }) => ends && terms > 0) ? <li>{text.termsEnd}</li> : null}
        {text.stays.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

const NAMES = [
  ['name', text.name, 200],
  ['shortName', text.shortName, 40],
  ['provinceName', text.provinceName, 80],
  ['provinceCode', text.provinceCode, 2],
  ['parentBody', text.parentBody, 200],
  ['address', text.address, 300],
  ['phone', text.phone, 60],
  ['email', text.email, 120],
] as const;

interface FormProps {
  readonly preview: NonNullable<MergersView['preview']>;
  readonly problem: FormProblem | undefined;
}

/** Step two: the decision, the names, and the word to the second person. */
export function MergerForm({ preview: { plan, counts, blockedBy }, problem }: FormProps) {
  if (blockedBy !== null)
    return (
      <Note tone="warn">
        <b>{text.blocked}.</b> {blockedBy}
      </Note>
    );
  return (
    <section className="box pad wizard" aria-label={text.propose}>
      <CommandForm problem={problem} submitLabel={text.propose}>
        <input type="hidden" name="mergerId" value={plan.mergerId} />
        <input type="hidden" name="kind" value={plan.kind} />
        {plan.sources.map((code) => (
          <input key={code} type="hidden" name="sources[]" value={code} />
        ))}
        <input type="hidden" name="successor" value={plan.successor} />
        <input type="hidden" name="isNew" value={plan.isNew ? '1' : ''} />
        <input type="hidden" name="effectiveOn" value={plan.effectiveOn} />
        <Field name="decisionNo" label={text.decisionNo} problem={problem} maxLength={120} />
        <h2>{text.names}</h2>
        {NAMES.map(([name, label, max]) => (
          <Field
            key={name}
            name={name}
            label={label}
            problem={problem}
            defaultValue={plan.names[name]}
            maxLength={max}
          />
        ))}
        <Field
          name="geographicRank"
          label={text.geographicRank}
          inputMode="numeric"
          problem={problem}
          defaultValue={plan.names.geographicRank}
        />
        {counts.calls.length > 0 ? (
          <CheckField name="transfersCalls" label={text.transfersCalls(counts.calls.join(', '))} problem={problem} />
        ) : null}
        <ProposalNote problem={problem} />
      </CommandForm>
    </section>
  );
}
