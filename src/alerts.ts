import { reviewReminder } from '#people/public.ts';
import { breakGlassAlerts } from '#platform/auth/break-glass.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { readVolumeAlert } from '#platform/privacy/alert.server.ts';
import { assessmentAlert, lastAssessment } from '#privacy/public.ts';
import type { Operations } from './operations.ts';

export interface AlertParts {
  readonly operations: Pick<Operations, 'alerts'>;
  isDemo(): boolean;
  /** On the page where a person begins. */
  readonly isHome: boolean;
}

/** What stands above a page of the office: for administrators of the system everywhere, for leaders where they begin. */
export async function alertsFor(ctx: Ctx, parts: AlertParts): Promise<readonly string[]> {
  const alerts = [...(await administratorsAlerts(ctx, parts)), parts.isHome ? await reviewReminder(ctx) : undefined];
  return alerts.filter((alert) => alert !== undefined);
}

/** Synthetic data need no assessment. */
async function administratorsAlerts(
  ctx: Ctx,
  { operations, isDemo }: AlertParts,
): Promise<readonly (string | undefined)[]> {
  if (!ctx.actor.grants.some((grant) => grant.role === 'admin' && grant.scope === 'system')) return [];
  return [
    ...(await breakGlassAlerts(ctx)),
    ...(await operations.alerts(ctx)),
    await readVolumeAlert(ctx),
    isDemo() ? undefined : assessmentAlert(await lastAssessment(ctx), ctx.today),
  ];
}
