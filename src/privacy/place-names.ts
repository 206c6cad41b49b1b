import { getCluster, listAlliances } from '#organisations/public.ts';
import type { Ctx, Scope } from '#platform/ctx.ts';
import { text } from './messages.vi.ts';

/** What the scopes of readers are called. */
export async function placeNames(ctx: Ctx, scopes: readonly Scope[]): Promise<Readonly<Record<string, string>>> {
  const alliances = new Map<string, string>(
    (await listAlliances(ctx.read, ctx.today)).map(({ code, shortName }) => [`alliance:${code}`, shortName]),
  );
  const names: Record<string, string> = {};
  for (const scope of new Set(scopes)) names[scope] = alliances.get(scope) ?? (await clusterName(ctx, scope));
  return names;
}

async function clusterName(ctx: Ctx, scope: Scope): Promise<string> {
  if (scope === 'system') return text.reads.wholeSystem;
  const code = scope.replace(/^.*:/, '');
  const cluster = await getCluster(ctx.read, code, ctx.today).catch(() => undefined);
  return cluster?.shortName ?? code;
}
