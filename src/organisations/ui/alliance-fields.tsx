import type { FormProblem } from '#platform/http/problem.ts';
import { Field } from '#platform/ui/forms.tsx';
import { pageText } from '../messages-pages.vi.ts';
import type { AllianceVersion } from '../model.ts';

const words = pageText.form;
/** Name in the form, its words, how many letters at most. */
const LINES = [
  ['name', words.name, 200],
  ['shortName', words.shortName, 40],
  ['provinceName', words.provinceName, 80],
  ['provinceCode', words.provinceCode, 2],
  ['parentBody', words.parentBody, 200],
  ['address', words.address, 300],
  ['phone', words.phone, 60],
  ['email', words.email, 120],
] as const;

interface Props {
  readonly problem: FormProblem | undefined;
  readonly now?: Omit<AllianceVersion, 'validFrom' | 'validUntil'> | undefined;
  readonly from: string;
}

/** What an alliance is called and where it sits, from a day on. */
export function AllianceFields({ problem, now, from }: Props) {
  return (
    <>
      <Field name="from" type="date" label={words.from} problem={problem} defaultValue={from} required />
      {LINES.map(([name, label, max]) => (
        <Field
          key={name}
          name={name}
          label={label}
          problem={problem}
          defaultValue={now?.[name] ?? ''}
          maxLength={max}
        />
      ))}
      <Field
        name="geographicRank"
        label={words.geographicRank}
        inputMode="numeric"
        problem={problem}
        defaultValue={now?.geographicRank ?? ''}
      />
      <Field name="reason" label={words.reason} problem={problem} maxLength={300} />
    </>
  );
}
