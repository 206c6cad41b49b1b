import type { ComponentType } from 'react';
import type { Ctx } from '#platform/ctx.ts';
import type { OrganisationId } from './model.ts';

/** What a slice above the register adds to the overview of an organisation. */
interface OverviewPanel<Data = unknown> {
  readonly load: (ctx: Ctx, id: OrganisationId) => Promise<Data>;
  readonly Panel: ComponentType<{ readonly data: Data }>;
}

const panels: OverviewPanel[] = [];

/** Called by the composition (`src/panels.ts`), once for each panel, in the order in which they stand. */
export function registerOverviewPanel<Data>(panel: OverviewPanel<Data>): void {
  panels.push(panel as OverviewPanel);
}

/** What each panel shows of that organisation, in the order of `overviewPanels`. */
export async function loadOverviewPanels(ctx: Ctx, id: OrganisationId): Promise<readonly unknown[]> {
  return await Promise.all(panels.map(async ({ load }) => await load(ctx, id)));
}

export function overviewPanels(): readonly OverviewPanel[] {
  return panels;
}
