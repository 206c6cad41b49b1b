import { redirect } from 'react-router';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { clean } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { load, submit } from '#platform/http/submit.ts';
import { ASKED_PURPOSES } from '#platform/privacy/reading.ts';
import { ErrorSummary } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { decideConflict } from '../commands/decide-conflict.ts';
import { recordAct } from '../commands/record-act.ts';
import { unmaskPhone } from '../commands/unmask-phone.ts';
import { verifyField } from '../commands/verify-field.ts';
import { effectiveDay } from '../edit-form.ts';
import { editText, listText, ratingLabels, cardText as text } from '../messages-pages.vi.ts';
import type { OrganisationId, OrganisationStatus } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';
import { readOrganisationView } from '../organisation-view.ts';
import { loadOverviewPanels, overviewPanels } from '../overview-panels.ts';
import { noteProfileRead } from '../personal-reads.ts';
import { sameDayYearBefore } from '../statuses.ts';
import { CardFigures } from '../ui/card-figures.tsx';
import { CardHistory } from '../ui/card-history.tsx';
import { CardOverview } from '../ui/card-overview.tsx';
import { CardSources } from '../ui/card-sources.tsx';
import { PhoneDrawer } from '../ui/phone-drawer.tsx';
import registerCss from '../ui/register.css?url';
import { StatusChip } from '../ui/status.tsx';
import { StatusActDrawer } from '../ui/status-act-drawer.tsx';
import type { Route } from './+types/organisation.ts';

const UUID = z.uuid();
const TABS = Object.keys(text.tabs) as readonly (keyof typeof text.tabs)[];

const seenVersion = z.coerce.number().int();
const OrganisationAct = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('verify'),
    seenVersion,
    field: z.string(),
    periodCode: z.string(),
    isVerified: z.string().transform((word) => word === '1'),
  }),
  z.object({ act: z.literal('decide'), conflictId: z.uuid(), decision: z.enum(['kept', 'taken']) }),
  z.object({
    act: z.literal('status'),
    seenVersion,
    step: z.enum(['suspend', 'resume', 'cease', 'begin-dissolution', 'dissolve', 'merge']),
    effectiveOn: effectiveDay,
    evidence: z.string().max(500, editText.tooLong).transform(clean),
  }),
  z.object({
    act: z.literal('show-phone'),
    purpose: z.enum(ASKED_PURPOSES, text.phone.whyMissing),
  }),
]);

function idOf(params: { readonly organisationId: string }): OrganisationId {
  if (UUID.safeParse(params.organisationId).success) return params.organisationId as OrganisationId;
  throw new Refused({ code: 'register.organisation.not-found', facts: {} });
}

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    const view = await readOrganisationView(ctx, idOf(args.params));
    const tab = TABS.find((one) => one === searchParams.get('the')) ?? 'tong-quan';
    await noteProfileRead(ctx, view, 'profile');
    const panels = tab === 'tong-quan' ? await loadOverviewPanels(ctx, view.card.head.id) : [];
    return { view, tab, panels, opened: searchParams.get('ngan'), today: ctx.today };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, OrganisationAct, async (ctx, input) => {
    const id = idOf(args.params);
    if (input.act === 'show-phone') return { phone: await unmaskPhone(ctx, { id, purpose: input.purpose }) };
    const tab = await perform(ctx, id, input);
    return redirect(`/van-phong/so-bo/${id}${tab}`);
  });

/** Answers the tab to go back to. */
async function perform(
  ctx: Ctx,
  id: OrganisationId,
  input: Exclude<z.output<typeof OrganisationAct>, { act: 'show-phone' }>,
): Promise<string> {
  switch (input.act) {
    case 'verify':
      await verifyField(ctx, { ...input, id, periodCode: input.periodCode || null });
      return '?the=nguon';
    case 'decide':
      await decideConflict(ctx, { ...input, organisationId: id });
      return '?the=nguon';
    case 'status':
      await recordAct(ctx, { ...input, id, act: input.step });
      return '';
  }
}

export default function Organisation({ loaderData, actionData }: Route.ComponentProps) {
  const { view, tab, panels, opened, today } = loaderData;
  const name = String(view.card.facts.name);
  const phone = actionData && 'phone' in actionData ? actionData.phone : null;
  const problem = actionData && 'fields' in actionData ? actionData : undefined;
  const isRecording = opened === 'tinh-trang' && view.may.recordActs;
  const isAsking = opened === 'so-dien-thoai' && view.may.seePersons && view.card.facts.workPhone !== '';
  const isDrawerOpen = isRecording || isAsking;
  return (
    <Shell
      title={name}
      crumbs={[
        { label: listText.area, href: '/van-phong/so-bo' },
        { label: view.alliance.shortName, href: `/van-phong/so-bo?lien-minh=${view.alliance.code}` },
        { label: name },
      ]}
      drawer={
        isRecording ? (
          <StatusActDrawer view={view} today={today} problem={problem} />
        ) : isAsking ? (
          <PhoneDrawer view={view} phone={phone} problem={problem} />
        ) : undefined
      }
    >
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <PageHeader
        title={name}
        sub={<Identity view={view} today={today} />}
        actions={<Actions view={view} isQuiet={isDrawerOpen} />}
      />
      {isDrawerOpen ? null : <ErrorSummary problem={problem} />}
      <nav className="views" aria-label={text.tabsLabel}>
        {TABS.map((one) => (
          <a key={one} href={one === 'tong-quan' ? '?' : `?the=${one}`} aria-current={one === tab ? 'page' : undefined}>
            {text.tabs[one]}
          </a>
        ))}
      </nav>
      {tab === 'tong-quan' ? <CardOverview view={view} /> : null}
      {overviewPanels().map(({ Panel }, at) => (panels[at] ? <Panel key={Panel.name} data={panels[at]} /> : null))}
      {tab === 'so-lieu' ? <CardFigures view={view} /> : null}
      {tab === 'nguon' ? <CardSources view={view} /> : null}
      {tab === 'nhat-ky' ? <CardHistory view={view} /> : null}
    </Shell>
  );
}

function Identity({ view, today }: { view: OrganisationView; today: IsoDate }) {
  const { facts, reports } = view.card;
  const confirmedOn = facts.confirmedOn as IsoDate | null;
  const isFresh = confirmedOn !== null && confirmedOn > sameDayYearBefore(today);
  const rating = reports[0]?.facts.rating;
  const code = typeof facts.code === 'string' ? text.code(facts.code) : text.noCode(String(facts.codeMissingReason));
  return (
    <span className="tools">
      <StatusChip
        status={facts.status as OrganisationStatus}
        establishedOn={facts.establishedOn as IsoDate | null}
        today={today}
        boxed
      />
      {typeof rating === 'string' ? <span className="pill plain">{ratingLabels[rating]}</span> : null}
      <StateChip tone={isFresh ? 'ok' : 'warn'} sign={isFresh ? '✓' : '!'} boxed>
        {confirmedOn === null ? text.neverConfirmed : text.confirmed(confirmedOn)}
      </StateChip>
      <span>{[code, facts.communeText, facts.districtText].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

/** One filled button a screen: none here while the drawer has its own. */
function Actions({ view, isQuiet }: { view: OrganisationView; isQuiet: boolean }) {
  return (
    <>
      {view.may.recordActs ? (
        <a className="btn" href="?ngan=tinh-trang">
          {text.recordAct}
        </a>
      ) : null}
      {view.may.change ? (
        <a className={isQuiet ? 'btn' : 'btn primary'} href={`/van-phong/so-bo/${view.card.head.id}/sua`}>
          {text.change}
        </a>
      ) : null}
    </>
  );
}
