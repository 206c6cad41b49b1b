import { redirect } from 'react-router';
import { z } from 'zod';
import { clean } from '#kernel/text-vi.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { load, submit } from '#platform/http/submit.ts';
import { ASKED_PURPOSES } from '#platform/privacy/reading.ts';
import { ErrorSummary } from '#platform/ui/forms.tsx';
import { attachmentsOf, remarksOf } from '../attachments.ts';
import { readTab } from '../card-tabs.ts';
import { decideConflict } from '../commands/decide-conflict.ts';
import { recordAct } from '../commands/record-act.ts';
import { unmaskPhone } from '../commands/unmask-phone.ts';
import { verifyField } from '../commands/verify-field.ts';
import { effectiveDay, RECORDED_STEPS } from '../edit-form.ts';
import { historyPage, readHistoryFilter } from '../history-filter.ts';
import { editText, cardText as text } from '../messages-pages.vi.ts';
import type { OrganisationId } from '../model.ts';
import { organisationIdOf } from '../organisation-id.ts';
import { readOrganisationView } from '../organisation-view.ts';
import { loadOverviewPanels, overviewPanels } from '../overview-panels.ts';
import { noteProfileRead } from '../personal-reads.ts';
import { CardCapital, CardFigures, CardMarket, CardRatings } from '../ui/card-figures.tsx';
import { CardFiles } from '../ui/card-files.tsx';
import { CardFrame } from '../ui/card-frame.tsx';
import { CardHistory } from '../ui/card-history.tsx';
import { CardOverview } from '../ui/card-overview.tsx';
import { CardSources } from '../ui/card-sources.tsx';
import { PhoneDrawer } from '../ui/phone-drawer.tsx';
import { StatusActDrawer } from '../ui/status-act-drawer.tsx';
import type { Route } from './+types/organisation.ts';

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
    step: z.enum(RECORDED_STEPS),
    effectiveOn: effectiveDay,
    evidence: z.string().max(500, editText.tooLong).transform(clean),
  }),
  z.object({
    act: z.literal('show-phone'),
    purpose: z.enum(ASKED_PURPOSES, text.phone.whyMissing),
  }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    const id = organisationIdOf(args.params);
    const view = await readOrganisationView(ctx, id);
    const tab = readTab(searchParams);
    await noteProfileRead(ctx, view, 'profile');
    const files = tab === 'ho-so' ? await filesOf(ctx.read, id) : NO_FILES;
    const page = historyPage(view.history, readHistoryFilter(searchParams));
    const panels = tab === 'tong-quan' ? await loadOverviewPanels(ctx, view.card.head.id) : [];
    return { view, tab, page, files, panels, opened: searchParams.get('ngan'), today: ctx.today };
  });

const NO_FILES = { attachments: [], remarks: [] };

async function filesOf(db: ReadDb, id: OrganisationId) {
  const [attachments, remarks] = await Promise.all([attachmentsOf(db, id), remarksOf(db, id)]);
  return { attachments, remarks };
}

export const action = (args: Route.ActionArgs) =>
  submit(args, OrganisationAct, async (ctx, input) => {
    const id = organisationIdOf(args.params);
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
  const { view, tab, opened, today } = loaderData;
  const phone = actionData && 'phone' in actionData ? actionData.phone : null;
  const problem = actionData && 'fields' in actionData ? actionData : undefined;
  const isRecording = opened === 'tinh-trang' && view.may.recordActs;
  const isAsking = opened === 'so-dien-thoai' && view.may.seePersons && view.card.facts.workPhone !== '';
  const drawer = isRecording ? (
    <StatusActDrawer view={view} today={today} problem={problem} />
  ) : isAsking ? (
    <PhoneDrawer view={view} phone={phone} problem={problem} />
  ) : undefined;
  return (
    <CardFrame view={view} today={today} tab={tab} drawer={drawer}>
      {drawer ? null : <ErrorSummary problem={problem} />}
      <Tab {...loaderData} />
    </CardFrame>
  );
}

function Tab({ view, tab, page, files, panels }: Route.ComponentProps['loaderData']) {
  switch (tab) {
    case 'tong-quan':
      return (
        <>
          <CardOverview view={view} />
          {overviewPanels().map(({ Panel }, at) => (panels[at] ? <Panel key={Panel.name} data={panels[at]} /> : null))}
        </>
      );
    case 'so-lieu':
      return <CardFigures view={view} />;
    case 'xep-loai':
      return <CardRatings view={view} />;
    case 'von':
      return <CardCapital view={view} />;
    case 'thi-truong':
      return <CardMarket view={view} />;
    case 'ho-so':
      return <CardFiles view={view} {...files} problem={undefined} />;
    case 'nguon':
      return <CardSources view={view} />;
    case 'nhat-ky':
      return <CardHistory view={view} page={page} />;
  }
}
