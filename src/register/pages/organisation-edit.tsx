import { data, redirect } from 'react-router';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { dayInVietnam } from '#kernel/time.ts';
import { load, pageCtx, submit } from '#platform/http/submit.ts';
import { maskPhone } from '#platform/privacy/mask.ts';
import { CommandForm } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { changeOrganisation } from '../commands/change-organisation.ts';
import type { ChangedMeanwhile, Merge } from '../edit-form.ts';
import { editForm, maskedMerge, mergeOf, wantedFields } from '../edit-form.ts';
import { listText, editText as text } from '../messages-pages.vi.ts';
import type { OrganisationId } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';
import { readOrganisationView } from '../organisation-view.ts';
import { requireRegister } from '../permissions.ts';
import { noteProfileRead } from '../personal-reads.ts';
import { getOrganisationHead } from '../subjects.ts';
import { EditFields } from '../ui/edit-fields.tsx';
import { MergeTable } from '../ui/merge-table.tsx';
import registerCss from '../ui/register.css?url';
import type { Route } from './+types/organisation-edit.ts';

const UUID = z.uuid();

function idOf(params: { readonly organisationId: string }): OrganisationId {
  if (UUID.safeParse(params.organisationId).success) return params.organisationId as OrganisationId;
  throw new Refused({ code: 'register.organisation.not-found', facts: {} });
}

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const view = await readOrganisationView(ctx, idOf(args.params));
    requireRegister(ctx, 'register.change-organisation', view.card.head.allianceCode);
    await noteProfileRead(ctx, view, 'edit');
    return { view: withMaskedPhone(view) };
  });

export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    editForm(dayInVietnam(pageCtx(args).now)),
    async (ctx, input) => {
      const id = idOf(args.params);
      const fields = wantedFields(input);
      try {
        await changeOrganisation(ctx, { id, seenVersion: input.seenVersion, fields });
      } catch (error) {
        if (!(error instanceof Refused) || error.refusal.code !== 'register.organisation.changed-meanwhile')
          throw error;
        const meanwhile = error.refusal.facts as unknown as ChangedMeanwhile;
        const merge: Merge = maskedMerge(mergeOf(fields, meanwhile), fields);
        return data({ merge }, { status: 409 });
      }
      return redirect(`/van-phong/so-bo/${id}`);
    },
    async (ctx) => {
      const { allianceCode } = await getOrganisationHead(ctx.read, idOf(args.params));
      requireRegister(ctx, 'register.change-organisation', allianceCode);
    },
  );

/** The form begins with the masked number: whoever does not type another leaves it as it is. */
function withMaskedPhone(view: OrganisationView): OrganisationView {
  const { facts } = view.card;
  return { ...view, card: { ...view.card, facts: { ...facts, workPhone: maskPhone(String(facts.workPhone)) } } };
}

export default function OrganisationEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { view } = loaderData;
  const merge = actionData && 'merge' in actionData ? actionData.merge : undefined;
  const problem = actionData && 'fields' in actionData ? actionData : undefined;
  const name = String(view.card.facts.name);
  const href = `/van-phong/so-bo/${view.card.head.id}`;
  const seenVersion = merge?.version ?? problem?.values.seenVersion ?? view.card.head.version;
  return (
    <Shell
      title={`${text.title}: ${name}`}
      crumbs={[{ label: listText.area, href: '/van-phong/so-bo' }, { label: name, href }, { label: text.title }]}
    >
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <PageHeader title={text.title} sub={name} />
      <CommandForm problem={problem} submitLabel={text.submit} cancelHref={href}>
        <input type="hidden" name="seenVersion" value={String(seenVersion)} />
        <input type="hidden" name="seenPhone" value={String(view.card.facts.workPhone)} />
        {merge ? <MergeTable merge={merge} view={view} /> : null}
        <EditFields facts={{ ...view.card.facts, ...merge?.values }} sectors={view.sectors} problem={problem} />
      </CommandForm>
    </Shell>
  );
}
