import { Refused } from '#kernel/refusal.ts';
import type { Environment } from './env.server.ts';

/** The present moment. The only reader of the real clock; everything else is handed a moment. */
export type Clock = () => Date;

/** The real clock, or one that starts at `HOPLUC_NOW` when this is called and runs on from there at the usual pace. */
export function clockOf(environment: Pick<Environment, 'now'>): Clock {
  const start = environment.now;
  if (!start) return () => new Date();
  const startedMs = performance.now();
  return () => new Date(start.getTime() + Math.round(performance.now() - startedMs));
}

/** A set clock would falsify dates in real data: in production it is for demonstration data only. */
export function refuseSetClockOnRealData(
  environment: Pick<Environment, 'now' | 'isProduction'>,
  dataIsDemonstration: boolean,
): void {
  if (environment.now && environment.isProduction && !dataIsDemonstration)
    throw new Refused({ code: 'platform.environment.frozen-clock-on-real-data', facts: {} });
}
