import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { RemoveEntry, removeEntry } from '../commands/remove-entry.ts';
import { SaveManager, saveManager } from '../commands/save-manager.ts';
import { hrefs } from '../hrefs.ts';
import { governanceText as text } from '../messages-pages.vi.ts';
import { organisationIdOf, readGovernance } from '../organisation-page.ts';
import { GovernanceTab, ManagerDrawer } from '../ui/governance-tab.tsx';
import { OrganisationFrame } from '../ui/organisation-frame.tsx';
import { RemoveDrawer } from '../ui/remove-drawer.tsx';
import type { Route } from './+types/governance.ts';

const Act = z.discriminatedUnion('act', [
  SaveManager.extend({ act: z.literal('save') }),
  RemoveEntry.extend({ act: z.literal('remove') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    const view = await readGovernance(ctx, organisationIdOf(args.params.organisationId));
    const opened = (name: string) => view.managers.find(({ id }) => id === searchParams.get(name)) ?? null;
    return {
      view,
      edited: opened('sua'),
      removed: opened('dua-ra'),
      isAdding: searchParams.has('them'),
      today: ctx.today,
    };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, Act, async (ctx, { act, ...input }) => {
    const id = organisationIdOf(args.params.organisationId);
    if (act === 'save') await saveManager(ctx, id, input as z.output<typeof SaveManager>);
    else await removeEntry(ctx, id, 'manager', input as z.output<typeof RemoveEntry>);
    return redirect(hrefs.governance(id));
  });

/** `/van-phong/so-bo/:organisationId/bo-may`. */
export default function Governance({ loaderData, actionData }: Route.ComponentProps) {
  const { view, edited, removed, isAdding, today } = loaderData;
  const drawer = !view.top.mayKeep ? undefined : removed ? (
    <RemoveDrawer rowId={removed.id} name={text.roles[removed.role]} problem={actionData} />
  ) : edited || isAdding ? (
    <ManagerDrawer manager={edited} today={today} problem={actionData} />
  ) : undefined;
  return (
    <OrganisationFrame
      top={view.top}
      here="governance"
      sub={text.sub}
      drawer={drawer}
      actions={
        view.top.mayKeep ? (
          <a className={drawer ? 'btn' : 'btn primary'} href="?them=1#drawer">
            {text.add}
          </a>
        ) : undefined
      }
    >
      <GovernanceTab view={view} />
    </OrganisationFrame>
  );
}
