import { existsSync } from 'node:fs';
import path from 'node:path';
import type { RouteConfig, RouteConfigEntry } from '@react-router/dev/routes';
import { route } from '@react-router/dev/routes';

/** Slices with pages; each has a `routes.ts` that says URL → page. */
const ALL = ['platform/auth', 'register', 'reporting', 'workbooks', 'review', 'portal'];
const SLICES = ['platform/auth', ...(process.env.HOPLUC_SLICES?.split(',') ?? ALL.slice(1))];

async function routesOf(slice: string): Promise<readonly RouteConfigEntry[]> {
  const file = path.join(import.meta.dirname, slice, 'routes.ts');
  if (!existsSync(file)) return [];
  return ((await import(/* @vite-ignore */ file)) as { default: RouteConfigEntry[] }).default;
}

/** Passes over pages that are not written yet. */
function written(entries: readonly RouteConfigEntry[]): RouteConfigEntry[] {
  return entries
    .filter((entry) => existsSync(path.resolve(import.meta.dirname, entry.file)))
    .map((entry) => (entry.children ? { ...entry, children: written(entry.children) } : entry));
}

export default [
  route('van-phong', 'office-home.tsx'),
  ...written((await Promise.all(SLICES.map(routesOf))).flat()),
] satisfies RouteConfig;
