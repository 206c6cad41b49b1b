import { organisationHrefs } from '#organisations/public.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, Field, SelectField } from '#platform/ui/forms.tsx';
import type { ClusterView } from '../cluster-view.ts';
import { clusterText } from '../messages-pages.vi.ts';

const words = clusterText.form;

interface Props {
  readonly view: ClusterView;
  readonly problem: FormProblem | undefined;
}

/** The drawer that the address asks for; nothing for whoever may not. */
export function ClusterDrawer({ open, view, problem }: Props & { readonly open: string }) {
  const [kind, ...rest] = open.split(':');
  const id = rest.join(':');
  if (kind === 'nhiem-ky' && view.may.keepTerms)
    return id ? <TermDrawer view={view} problem={problem} id={id} /> : <NewTermDrawer view={view} problem={problem} />;
  if (!view.may.configure) return null;
  if (kind === 'tham-gia')
    return id ? (
      <MembershipDrawer view={view} problem={problem} id={id} />
    ) : (
      <JoinDrawer view={view} problem={problem} />
    );
  return kind === 'ten' ? <NameDrawer view={view} problem={problem} /> : null;
}

function JoinDrawer({ view, problem }: Props) {
  const close = organisationHrefs.cluster(view.code, view.on);
  return (
    <Drawer title={clusterText.acts.join} closeHref={close}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={close}>
        <input type="hidden" name="act" value="join" />
        <input type="hidden" name="clusterCode" value={view.code} />
        <SelectField
          name="allianceCode"
          label={words.unit}
          problem={problem}
          options={[...view.outside, ...view.members].map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Field name="validFrom" type="date" label={words.from} problem={problem} defaultValue={view.on} />
        <Field name="validUntil" type="date" label={words.until} hint={words.untilHint} problem={problem} />
      </CommandForm>
    </Drawer>
  );
}

/** One membership as recorded: leaving, correcting, taking back. */
function MembershipDrawer({ view, problem, id }: Props & { readonly id: string }) {
  const close = organisationHrefs.cluster(view.code, view.on);
  const membership = view.memberships.find((one) => `${one.allianceCode}@${one.validFrom}` === id);
  if (!membership) return null;
  return (
    <Drawer title={membership.allianceName} sub={formatDate(membership.validFrom)} closeHref={close}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={close}>
        <input type="hidden" name="act" value="membership" />
        <input type="hidden" name="allianceCode" value={membership.allianceCode} />
        <input type="hidden" name="recordedFrom" value={membership.validFrom} />
        <SpanFields problem={problem} from={membership.validFrom} until={membership.validUntil ?? ''} />
      </CommandForm>
    </Drawer>
  );
}

function SpanFields({ problem, from, until }: { problem: FormProblem | undefined; from: string; until: string }) {
  return (
    <>
      <Field name="from" type="date" label={words.from} problem={problem} defaultValue={from} />
      <Field
        name="until"
        type="date"
        label={words.until}
        hint={words.takeBackHint}
        problem={problem}
        defaultValue={until}
      />
      <Field name="reason" label={words.reason} problem={problem} maxLength={300} />
    </>
  );
}

function NewTermDrawer({ view, problem }: Props) {
  const close = organisationHrefs.cluster(view.code, view.on);
  return (
    <Drawer title={clusterText.acts.term} closeHref={close}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={close}>
        <input type="hidden" name="act" value="appoint" />
        <SelectField
          name="office"
          label={words.office}
          problem={problem}
          options={Object.entries(clusterText.offices).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="allianceCode"
          label={words.unit}
          problem={problem}
          options={view.members.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          name="personId"
          label={words.person}
          problem={problem}
          options={[
            { value: '', label: words.noPerson },
            ...view.people.map((one) => ({ value: one.personId, label: one.words })),
          ]}
        />
        <Field name="from" type="date" label={words.from} problem={problem} defaultValue={view.on} />
        <Field name="until" type="date" label={words.until} hint={words.untilHint} problem={problem} />
      </CommandForm>
    </Drawer>
  );
}

function TermDrawer({ view, problem, id }: Props & { readonly id: string }) {
  const close = organisationHrefs.cluster(view.code, view.on);
  const term = view.terms.find((one) => one.id === id);
  if (!term) return null;
  return (
    <Drawer title={`${clusterText.offices[term.office]}: ${term.unitName}`} sub={term.fullName} closeHref={close}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={close}>
        <input type="hidden" name="act" value="term" />
        <input type="hidden" name="termId" value={term.id} />
        <SpanFields problem={problem} from={term.validFrom} until={term.validUntil ?? ''} />
      </CommandForm>
    </Drawer>
  );
}

function NameDrawer({ view, problem }: Props) {
  const close = organisationHrefs.cluster(view.code, view.on);
  return (
    <Drawer title={clusterText.acts.name} closeHref={close}>
      <CommandForm problem={problem} submitLabel={words.submit} cancelHref={close}>
        <input type="hidden" name="act" value="name" />
        <Field name="name" label={words.name} problem={problem} defaultValue={view.name} maxLength={200} />
        <Field
          name="shortName"
          label={words.shortName}
          problem={problem}
          defaultValue={view.shortName}
          maxLength={60}
        />
        <Field name="from" type="date" label={words.from} problem={problem} defaultValue={view.on} />
        <Field name="reason" label={words.reason} problem={problem} maxLength={300} />
      </CommandForm>
    </Drawer>
  );
}
