import { redirect } from 'react-router';
import { load, submit } from '#platform/http/submit.ts';
import { Empty } from '#platform/ui/empty.tsx';
import { organisationIdOf, readOrganisationView } from '#register/public.ts';
import { CardFrame } from '#register/public.tsx';
import { markItems } from '../commands/mark-items.ts';
import { openApplication } from '../commands/open-application.ts';
import { recordDue } from '../commands/record-due.ts';
import { stepApplication } from '../commands/step-application.ts';
import { stepMember } from '../commands/step-member.ts';
import { MembershipAct } from '../forms.ts';
import { text } from '../messages.vi.ts';
import { mayInMembership } from '../permissions.ts';
import { checklistOn, membershipOf } from '../queries.ts';
import { openRefusal } from '../rules.ts';
import { ApplicationBox } from '../ui/application-box.tsx';
import { MemberBox } from '../ui/member-box.tsx';
import membershipCss from '../ui/membership.css?url';
import { OpenForm } from '../ui/open-form.tsx';
import type { Route } from './+types/organisation-membership.ts';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const id = organisationIdOf(args.params);
    const view = await readOrganisationView(ctx, id);
    const { allianceCode } = view.card.head;
    const may = {
      handle: mayInMembership(ctx.actor, 'membership.handle', allianceCode),
      decide: mayInMembership(ctx.actor, 'membership.decide', allianceCode),
    };
    const membership = await membershipOf(ctx.read, id);
    const mayOpen = may.handle && openRefusal(membership, ctx.today, ctx.today) === undefined;
    const checklist = mayOpen ? await checklistOn(ctx.read, ctx.today) : [];
    return { view, membership, may, mayOpen, checklist, today: ctx.today };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, MembershipAct, async (ctx, input) => {
    const organisationId = organisationIdOf(args.params);
    switch (input.act) {
      case 'open':
        await openApplication(ctx, { ...input, organisationId });
        break;
      case 'mark':
        await markItems(ctx, { ...input, organisationId });
        break;
      case 'step':
        await stepApplication(ctx, { ...input, organisationId });
        break;
      case 'member':
        await stepMember(ctx, { ...input, organisationId });
        break;
      case 'due':
        await recordDue(ctx, { ...input, organisationId });
        break;
    }
    return redirect(`/van-phong/so-bo/${organisationId}/thanh-vien`);
  });

/** `/van-phong/so-bo/:organisationId/thanh-vien`: membership of the alliance, from dossier to card, dues and leaving. */
export default function OrganisationMembership({ loaderData, actionData }: Route.ComponentProps) {
  const { view, membership, may, mayOpen, checklist, today } = loaderData;
  const { applications, members } = membership;
  return (
    <CardFrame view={view} today={today} tab="thanh-vien">
      <link rel="stylesheet" href={membershipCss} precedence="page" />
      {members.map((member) => (
        <MemberBox key={member.id} member={member} may={may} today={today} problem={actionData} />
      ))}
      {applications.map((application) => (
        <ApplicationBox key={application.id} application={application} may={may} today={today} problem={actionData} />
      ))}
      {applications.length + members.length === 0 ? (
        <div className="box">
          <Empty icon="person" title={text.none}>
            {text.noneWhy}
          </Empty>
        </div>
      ) : null}
      {mayOpen ? <OpenForm checklist={checklist} today={today} problem={actionData} /> : null}
    </CardFrame>
  );
}
