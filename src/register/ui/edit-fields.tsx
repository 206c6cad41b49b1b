import type { ReactNode } from 'react';
import type { IsoDate } from '#kernel/time.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Option } from '#platform/ui/forms.tsx';
import { Field, SelectField, TextField } from '#platform/ui/forms.tsx';
import { fieldLabels } from '../messages.vi.ts';
import { kindLabels, precisionLabels, editText as text } from '../messages-pages.vi.ts';
import type { Facts } from '../model.ts';
import type { Sector } from '../organisation-card.ts';

interface EditFieldsProps {
  readonly facts: Facts;
  readonly sectors: readonly Sector[];
  readonly problem: FormProblem | undefined;
}

/** The fields of an organisation that are typed by hand, in groups. */
export function EditFields({ facts, sectors, problem }: EditFieldsProps) {
  const frame = (name: string) => ({
    name,
    label: fieldLabels[name] ?? name,
    problem,
    defaultValue: String(facts[name] ?? ''),
  });
  const day = (name: string) => ({
    ...frame(name),
    defaultValue: typeof facts[name] === 'string' ? formatDate(facts[name] as IsoDate) : '',
    placeholder: text.dayShape,
    autoComplete: 'off',
  });
  const sectorOptions: readonly Option[] = [
    { value: '', label: text.none },
    ...sectors.map((sector) => ({ value: sector.code, label: sector.name })),
  ];
  return (
    <>
      <Group title={text.naming}>
        <Field {...frame('name')} required maxLength={500} />
        <Field {...frame('shortName')} />
        <SelectField {...frame('kind')} options={optionsOf(kindLabels)} />
        <Field {...frame('code')} hint={text.codeHint} inputMode="numeric" />
        <Field {...frame('codeMissingReason')} />
        <Field {...frame('certificateNo')} />
        <Field {...day('registeredOn')} />
        <Field {...frame('registeringBody')} />
        <Field {...day('establishedOn')} />
        <SelectField {...frame('establishedPrecision')} options={optionsOf(precisionLabels)} />
      </Group>
      <Group title={text.place}>
        <Field {...frame('address')} />
        <Field {...frame('communeText')} required />
        <Field {...frame('districtText')} />
      </Group>
      <Group title={text.work} note={text.statusHint}>
        <SelectField {...frame('sectorCode')} options={sectorOptions} />
        <SelectField {...frame('secondarySectorCode')} options={sectorOptions} />
      </Group>
      <Group title={text.contact}>
        <Field {...frame('representativeName')} autoComplete="off" />
        <Field {...frame('representativeTitle')} autoComplete="off" />
        <Field {...frame('workPhone')} type="tel" autoComplete="off" />
      </Group>
      <Group title={text.other}>
        <Field {...day('confirmedOn')} />
        <TextField {...frame('note')} maxLength={500} />
      </Group>
    </>
  );
}

function Group({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <fieldset className="box pad group">
      <legend>{title}</legend>
      <div className="fields">{children}</div>
      {note ? <p className="small muted">{note}</p> : null}
    </fieldset>
  );
}

function optionsOf(labels: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
