import type { FormProblem } from '#platform/http/problem.ts';
import { CheckField } from '#platform/ui/check-field.tsx';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, Field, SelectField } from '#platform/ui/forms.tsx';
import type { AllianceView } from '../alliance-view.ts';
import { organisationHrefs as hrefs } from '../hrefs.ts';
import { capacityWords } from '../messages.vi.ts';
import { pageText } from '../messages-pages.vi.ts';
import { NEW_PERSON, VACANT } from '../post-form.ts';

const words = pageText.form;

/** Who holds a post from a day on, or that nobody does. */
export function PostDrawer({ view, problem }: { view: AllianceView; problem: FormProblem | undefined }) {
  const close = hrefs.alliance(view.alliance.code, view.on);
  const people = new Map(view.positions.flatMap(({ personId, fullName }) => (personId ? [[personId, fullName]] : [])));
  return (
    <Drawer title={pageText.alliance.acts.fill} closeHref={close}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={close}>
        <input type="hidden" name="act" value="fill" />
        <Field name="title" label={words.title} hint={words.titleHint} problem={problem} maxLength={120} />
        <SelectField
          name="person"
          label={words.person}
          hint={words.vacancyHint}
          problem={problem}
          options={[
            { value: NEW_PERSON, label: words.newPerson },
            ...[...people].map(([value, label]) => ({ value, label })),
            { value: VACANT, label: words.vacancy },
          ]}
        />
        <Field name="fullName" label={words.fullName} problem={problem} maxLength={120} autoComplete="off" />
        <SelectField
          name="honorific"
          label={words.honorific}
          problem={problem}
          options={words.honorifics.map((value) => ({ value, label: value }))}
        />
        <Field name="source" label={words.source} hint={words.sourceHint} problem={problem} maxLength={300} />
        <SelectField
          name="capacity"
          label={words.capacity}
          problem={problem}
          options={Object.entries(capacityWords).map(([value, label]) => ({ value, label }))}
        />
        <Field name="protocolRank" label={words.rank} hint={words.rankHint} inputMode="numeric" problem={problem} />
        <Field name="from" type="date" label={words.from} problem={problem} defaultValue={view.on} />
        <Field name="until" type="date" label={words.until} hint={words.untilHint} problem={problem} />
        <CheckField name="isSingleSeat" label={words.singleSeat} problem={problem} isOn />
        <CheckField name="confirmed" label={words.confirm} problem={problem} />
      </CommandForm>
    </Drawer>
  );
}
