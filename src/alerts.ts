import { breakGlassAlerts } from '#platform/auth/break-glass.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { readVolumeAlert } from '#platform/privacy/alert.server.ts';
import { assessmentAlert, lastAssessment } from '#privacy/public.ts';
import type { Operations } from './operations.ts';

export interface AlertParts {
  readonly operations: Pick<Operations, 'alerts'>;
  isDemo(): boolean;
}

/** What stands above every page of the office: for administrators of the system. Synthetic data need no assessment. */
export async function alertsFor(ctx: Ctx, { operations, isDemo }: AlertParts): Promise<readonly string[]> {
  if (!ctx.actor.grants.some((grant) => grant.role === 'admin' && grant.scope === 'system')) return [];
  const alerts = [
    ...(await breakGlassAlerts(ctx)),
    ...(await operations.alerts(ctx)),
    await readVolumeAlert(ctx),
    isDemo() ? undefined : assessmentAlert(await lastAssessment(ctx), ctx.today),
  ];
  return alerts.filter((alert) => alert !== undefined);
}
