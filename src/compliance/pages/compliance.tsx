import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { assessOrganisation } from '../assess.ts';
import { RemoveEntry, removeEntry } from '../commands/remove-entry.ts';
import { SaveFact, saveFact } from '../commands/save-fact.ts';
import { hrefs } from '../hrefs.ts';
import { factText as text } from '../messages-pages.vi.ts';
import { organisationIdOf, readTop } from '../organisation-page.ts';
import { listEntries } from '../queries.ts';
import { ComplianceCard } from '../ui/compliance-card.tsx';
import { FactDrawer, Facts } from '../ui/facts.tsx';
import { OrganisationFrame } from '../ui/organisation-frame.tsx';
import { RemoveDrawer } from '../ui/remove-drawer.tsx';
import type { Route } from './+types/compliance.ts';

const Act = z.discriminatedUnion('act', [
  SaveFact.extend({ act: z.literal('save') }),
  RemoveEntry.extend({ act: z.literal('remove') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    const id = organisationIdOf(args.params.organisationId);
    const top = await readTop(ctx, id);
    const assessment = await assessOrganisation(ctx, id, ctx.today);
    const entries = await listEntries(ctx.read, id, 'fact');
    const removed = assessment.facts.find((fact) => fact.id === searchParams.get('dua-ra')) ?? null;
    return { top, assessment, entries, removed, isAdding: searchParams.has('them') };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, Act, async (ctx, { act, ...input }) => {
    const id = organisationIdOf(args.params.organisationId);
    if (act === 'save') await saveFact(ctx, id, input as z.output<typeof SaveFact>);
    else await removeEntry(ctx, id, 'fact', input as z.output<typeof RemoveEntry>);
    return redirect(hrefs.compliance(id));
  });

/** `/van-phong/so-bo/:organisationId/tuan-thu`: what the dated rules make of one organisation, and the facts they ask for. */
export default function Compliance({ loaderData, actionData }: Route.ComponentProps) {
  const { top, assessment, entries, removed, isAdding } = loaderData;
  const drawer = !top.mayKeep ? undefined : removed ? (
    <RemoveDrawer rowId={removed.id} name={text.kinds[removed.kind]} problem={actionData} />
  ) : isAdding ? (
    <FactDrawer problem={actionData} />
  ) : undefined;
  return (
    <OrganisationFrame
      top={top}
      here="compliance"
      drawer={drawer}
      actions={
        top.mayKeep ? (
          <a className={drawer ? 'btn' : 'btn primary'} href="?them=1#drawer">
            {text.add}
          </a>
        ) : undefined
      }
    >
      <ComplianceCard assessment={assessment} />
      <Facts facts={assessment.facts} entries={entries} mayKeep={top.mayKeep} />
    </OrganisationFrame>
  );
}
