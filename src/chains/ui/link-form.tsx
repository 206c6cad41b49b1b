import type { FormProblem } from '#platform/http/problem.ts';
import { Note } from '#platform/ui/empty.tsx';
import { CommandForm, Field, SelectField } from '#platform/ui/forms.tsx';
import { stageLabels, text } from '../messages.vi.ts';
import type { Chain } from '../model.ts';
import { STAGES } from '../model.ts';

interface LinkFormProps {
  readonly chains: readonly Chain[];
  readonly files: readonly { readonly id: string; readonly title: string }[];
  readonly today: string;
  readonly problem: FormProblem | undefined;
}

/** Writes a link down; without a chain it first says where to make one. */
export function LinkForm({ chains, files, today, problem }: LinkFormProps) {
  if (chains.length === 0)
    return (
      <Note>
        {text.noChainsWhy} <a href="/van-phong/so-bo/chuoi-gia-tri">{text.addChain}</a>
      </Note>
    );
  return (
    <section className="box pad stack">
      <h2>{text.addLink}</h2>
      <CommandForm problem={problem} submitLabel={text.addLink}>
        <input type="hidden" name="act" value="link" />
        <SelectField
          name="chainId"
          label={text.chain}
          problem={problem}
          options={chains.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="stage"
          label={text.stage}
          problem={problem}
          options={STAGES.map((stage) => ({ value: stage, label: stageLabels[stage] }))}
        />
        <Field name="partner" label={text.partner} hint={text.partnerHint} maxLength={200} problem={problem} />
        <Field name="contractNo" label={text.contractNo} maxLength={200} problem={problem} />
        <SelectField
          name="attachmentId"
          label={text.document}
          problem={problem}
          options={[
            { value: '', label: text.noDocument },
            ...files.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <Field name="volume" label={text.volume} inputMode="decimal" problem={problem} />
        <Field name="volumeUnit" label={text.volumeUnit} maxLength={40} problem={problem} />
        <Field
          name="beganOn"
          label={text.beganOn}
          hint={text.dayHint}
          defaultValue={today}
          problem={problem}
          required
        />
      </CommandForm>
    </section>
  );
}
