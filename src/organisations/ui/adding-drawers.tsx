import type { FormProblem } from '#platform/http/problem.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, Field } from '#platform/ui/forms.tsx';
import { pageText } from '../messages-pages.vi.ts';
import { AllianceFields } from './alliance-fields.tsx';

const words = pageText.form;

interface Props {
  readonly problem: FormProblem | undefined;
  readonly on: string;
  readonly closeHref: string;
}

export function AllianceDrawer({ problem, on, closeHref }: Props) {
  return (
    <Drawer title={pageText.overview.addAlliance} closeHref={closeHref}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={closeHref}>
        <input type="hidden" name="act" value="alliance" />
        <Field name="code" label={words.code} hint={words.codeHint('LMHTX-NA')} problem={problem} maxLength={31} />
        <Field name="foundedOn" type="date" label={words.foundedOn} hint={words.foundedHint} problem={problem} />
        <AllianceFields problem={problem} from={on} />
      </CommandForm>
    </Drawer>
  );
}

export function ClusterDrawer({ problem, on, closeHref }: Props) {
  return (
    <Drawer title={pageText.overview.addCluster} closeHref={closeHref}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={closeHref}>
        <input type="hidden" name="act" value="cluster" />
        <Field name="code" label={words.code} hint={words.codeHint('CUM-BTB')} problem={problem} maxLength={31} />
        <Field name="name" label={words.name} problem={problem} maxLength={200} />
        <Field name="shortName" label={words.shortName} problem={problem} maxLength={60} />
        <Field name="from" type="date" label={words.from} problem={problem} defaultValue={on} />
      </CommandForm>
    </Drawer>
  );
}
