import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { RemoveEntry, removeEntry } from '../commands/remove-entry.ts';
import { SaveAsset, saveAsset } from '../commands/save-asset.ts';
import { hrefs } from '../hrefs.ts';
import { assetText as text } from '../messages-pages.vi.ts';
import { organisationIdOf, readAssets } from '../organisation-page.ts';
import { AssetDrawer, AssetsTab } from '../ui/assets-tab.tsx';
import { OrganisationFrame } from '../ui/organisation-frame.tsx';
import { RemoveDrawer } from '../ui/remove-drawer.tsx';
import type { Route } from './+types/assets.ts';

const Act = z.discriminatedUnion('act', [
  SaveAsset.extend({ act: z.literal('save') }),
  RemoveEntry.extend({ act: z.literal('remove') }),
]);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const { searchParams } = new URL(args.request.url);
    const view = await readAssets(ctx, organisationIdOf(args.params.organisationId));
    const opened = (name: string) => view.assets.find(({ id }) => id === searchParams.get(name)) ?? null;
    return { view, edited: opened('sua'), removed: opened('dua-ra'), isAdding: searchParams.has('them') };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, Act, async (ctx, { act, ...input }) => {
    const id = organisationIdOf(args.params.organisationId);
    if (act === 'save') await saveAsset(ctx, id, input as z.output<typeof SaveAsset>);
    else await removeEntry(ctx, id, 'asset', input as z.output<typeof RemoveEntry>);
    return redirect(hrefs.assets(id));
  });

/** `/van-phong/so-bo/:organisationId/tai-san`. */
export default function Assets({ loaderData, actionData }: Route.ComponentProps) {
  const { view, edited, removed, isAdding } = loaderData;
  const drawer = !view.top.mayKeep ? undefined : removed ? (
    <RemoveDrawer rowId={removed.id} name={removed.title} problem={actionData} />
  ) : edited || isAdding ? (
    <AssetDrawer asset={edited} problem={actionData} />
  ) : undefined;
  return (
    <OrganisationFrame
      top={view.top}
      here="assets"
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
      <AssetsTab view={view} />
    </OrganisationFrame>
  );
}
