import { redirect } from 'react-router';
import { z } from 'zod';
import { endDelegation } from '#platform/delegation/delegate.server.ts';
import { actNames, kindNames } from '#platform/delegation/messages.vi.ts';
import { mayDelegate } from '#platform/delegation/permissions.ts';
import { getDelegation } from '#platform/delegation/queries.server.ts';
import { signatureBlock } from '#platform/delegation/signature-block.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatDate, formatMoment } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm, ErrorSummary, Field } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { words } from '../messages.delegation.vi.ts';
import { text } from '../messages.vi.ts';
import { DelegationChip, delegationState } from '../ui/delegation-chip.tsx';
import { spanText } from '../ui/grants.tsx';
import peopleCss from '../ui/people.css?url';
import { unitsOn } from '../units.ts';
import type { Route } from './+types/delegation.ts';

const LIST = '/van-phong/uy-quyen';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const delegation = await getDelegation(ctx, args.params.delegation);
    const { nameOf } = await unitsOn(ctx);
    const state = delegationState(delegation, ctx.today);
    const isOpen = state === 'now' || state === 'future';
    const shownOn = state === 'now' ? ctx.today : delegation.validFrom;
    return {
      delegation,
      place: nameOf(delegation.scope),
      today: ctx.today,
      shownOn,
      block: signatureBlock(shownOn, { title: delegation.fromTitle, name: delegation.fromName }, delegation),
      mayEnd: isOpen && mayDelegate(ctx.actor, delegation.scope),
      isEnding: new URL(args.request.url).searchParams.get('viec') === 'thoi',
    };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, z.object({ reason: z.string().max(300).default('') }), async (ctx, { reason }) => {
    await endDelegation(ctx, args.params.delegation, reason);
    return redirect(`${LIST}/${args.params.delegation}`);
  });

export default function DelegationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { delegation, today, block, shownOn, mayEnd, isEnding } = loaderData;
  const here = `${LIST}/${delegation.id}`;
  const title = words.pageTitle(delegation.kind, delegation.toName);
  return (
    <Shell
      title={title}
      crumbs={[{ label: text.area, href: LIST }, { label: words.title, href: LIST }, { label: title }]}
      drawer={
        isEnding && mayEnd ? (
          <Drawer title={words.end} sub={words.endSub} closeHref={here}>
            <CommandForm problem={actionData} submitLabel={words.end} cancelHref={here} isDangerous>
              <Field name="reason" label={words.reason} problem={actionData} maxLength={300} />
            </CommandForm>
          </Drawer>
        ) : undefined
      }
    >
      <link rel="stylesheet" href={peopleCss} precedence="page" />
      <PageHeader
        title={title}
        chip={<DelegationChip delegation={delegation} today={today} boxed />}
        actions={
          mayEnd ? (
            <a className="btn danger" href={`${here}?viec=thoi#drawer`}>
              {words.end}
            </a>
          ) : null
        }
      />
      {isEnding ? null : <ErrorSummary problem={actionData} />}
      <Facts loaded={loaderData} />
      <section className="part" aria-labelledby="block">
        <h2 id="block">{words.block}</h2>
        <div className="block">
          <small className="muted">{words.blockOn(formatDate(shownOn))}</small>
          {block.authority.map((line) => (
            <b key={line}>{line}</b>
          ))}
          <span className="room" />
          <b>{block.name}</b>
        </div>
        <p className="small muted">{words.law}</p>
        <p className="small muted screen-only">{words.print}</p>
      </section>
    </Shell>
  );
}

function Facts({ loaded: { delegation, place } }: { loaded: Route.ComponentProps['loaderData'] }) {
  const facts = words.facts;
  return (
    <dl className="kv person-facts">
      <dt>{facts.kind}</dt>
      <dd>{kindNames[delegation.kind]}</dd>
      <dt>{facts.from}</dt>
      <dd>{`${delegation.fromName}, ${delegation.fromTitle}`}</dd>
      <dt>{facts.to}</dt>
      <dd>{`${delegation.toName}, ${delegation.toTitle}`}</dd>
      <dt>{facts.unit}</dt>
      <dd>{place}</dd>
      <dt>{facts.acts}</dt>
      <dd>{delegation.acts.map((act) => actNames[act]).join('; ')}</dd>
      <dt>{facts.span}</dt>
      <dd>{spanText(delegation)}</dd>
      <dt>{facts.ground}</dt>
      <dd>{delegation.ground}</dd>
      <dt>{facts.made}</dt>
      <dd>{words.by(formatMoment(delegation.createdAt), delegation.createdBy)}</dd>
      {delegation.endedAt ? (
        <>
          <dt>{facts.ended}</dt>
          <dd>
            {words.by(formatMoment(delegation.endedAt), delegation.endedBy ?? '')}
            {words.because(delegation.endReason)}
          </dd>
        </>
      ) : null}
    </dl>
  );
}
