import { redirect } from 'react-router';
import { load, submit } from '#platform/http/submit.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { ErrorSummary } from '#platform/ui/forms.tsx';
import { attachmentsOf, getOrganisationHead, organisationIdOf, readOrganisationView } from '#register/public.ts';
import { CardFrame } from '#register/public.tsx';
import { addLink } from '../commands/add-link.ts';
import { endLink } from '../commands/end-link.ts';
import { LinkAct } from '../forms.ts';
import { text } from '../messages.vi.ts';
import { mayKeep, requireKeeping } from '../permissions.ts';
import { linksOf, listChains } from '../queries.ts';
import { LinkForm } from '../ui/link-form.tsx';
import { LinkTable } from '../ui/link-table.tsx';
import type { Route } from './+types/organisation-chains.ts';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const id = organisationIdOf(args.params);
    const view = await readOrganisationView(ctx, id);
    const { allianceId, allianceCode } = view.card.head;
    const mayWrite = mayKeep(ctx.actor, allianceCode);
    const [links, chains, attachments] = await Promise.all([
      linksOf(ctx.read, id),
      listChains(ctx.read, [allianceId]),
      attachmentsOf(ctx.read, id),
    ]);
    const files = attachments
      .filter(({ removed }) => removed === null)
      .map((file) => ({ id: file.id, title: file.title }));
    return { view, links, chains, files, mayWrite, today: ctx.today };
  });

export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    LinkAct,
    async (ctx, input) => {
      const organisationId = organisationIdOf(args.params);
      if (input.act === 'link') await addLink(ctx, { ...input, organisationId });
      else await endLink(ctx, { ...input, organisationId });
      return redirect(`/van-phong/so-bo/${organisationId}/chuoi-gia-tri`);
    },
    async (ctx) => {
      const { allianceCode } = await getOrganisationHead(ctx.read, organisationIdOf(args.params));
      requireKeeping(ctx, allianceCode);
    },
  );

/** `/van-phong/so-bo/:organisationId/chuoi-gia-tri`: what the organisation does in which chain, with whom, proven or said. */
export default function OrganisationChains({ loaderData, actionData }: Route.ComponentProps) {
  const { view, links, chains, files, mayWrite, today } = loaderData;
  const ofEnd = actionData?.values.act === 'end' ? actionData : undefined;
  const ofLink = actionData?.values.act === 'link' ? actionData : undefined;
  return (
    <CardFrame view={view} today={today} tab="chuoi-gia-tri">
      <ErrorSummary problem={ofEnd} />
      {links.length === 0 ? (
        <div className="box">
          <Empty icon="link" title={text.noLinks}>
            {text.noLinksWhy}
          </Empty>
        </div>
      ) : (
        <LinkTable links={links} mayWrite={mayWrite} today={formatDate(today)} />
      )}
      {mayWrite ? <LinkForm chains={chains} files={files} today={formatDate(today)} problem={ofLink} /> : null}
    </CardFrame>
  );
}
