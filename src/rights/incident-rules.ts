import type { Refusal } from '#kernel/refusal.ts';
import type { Incident, IncidentStep, Phase } from './model.ts';
import { PHASES } from './model.ts';

const HOUR_MS = 3_600_000;
/** With so many hours left, the notice is urgent. */
const SOON_HOURS = 12;

export interface NoticeClock {
  readonly dueAt: Date;
  readonly state: 'running' | 'soon' | 'overdue' | 'met' | 'missed';
  /** Whole hours that remain, rounded down; negative when past. */
  readonly hoursLeft: number;
}

/**
 * Until when the authority must be told. The very moment of the deadline is still in time.
 * @law 91/2025/QH15
 */
export function noticeClock(detectedAt: Date, notifiedAt: Date | null, hours: number, now: Date): NoticeClock {
  const dueAt = new Date(detectedAt.getTime() + hours * HOUR_MS);
  const at = notifiedAt ?? now;
  const hoursLeft = Math.floor((dueAt.getTime() - at.getTime()) / HOUR_MS);
  const isLate = at > dueAt;
  if (notifiedAt) return { dueAt, state: isLate ? 'missed' : 'met', hoursLeft };
  if (isLate) return { dueAt, state: 'overdue', hoursLeft };
  return { dueAt, state: hoursLeft < SOON_HOURS ? 'soon' : 'running', hoursLeft };
}

/** When the authority was first told; null: not yet. */
export function notifiedAt(steps: readonly Pick<IncidentStep, 'phase' | 'happenedAt'>[]): Date | null {
  const moments = steps.filter(({ phase }) => phase === 'notify-authority').map(({ happenedAt }) => happenedAt);
  return moments.reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null);
}

/** The phases with nothing entered yet, in the order of work. */
export function phasesOpen(steps: readonly Pick<IncidentStep, 'phase'>[]): readonly Phase[] {
  return PHASES.filter((phase) => !steps.some((step) => step.phase === phase));
}

/** Why the incident may not be closed: nobody learns from what has no cause and no lesson. */
export function closingRefusal(incident: Pick<Incident, 'closedAt' | 'number'>, cause: string, lesson: string) {
  if (incident.closedAt !== null) return refusal('rights.incident.closed', { number: incident.number });
  if (cause === '') return refusal('rights.incident.cause-needed', { field: 'cause' });
  if (lesson === '') return refusal('rights.incident.lesson-needed', { field: 'lesson' });
  return undefined;
}

function refusal(code: string, facts: Readonly<Record<string, unknown>>): Refusal {
  return { code, facts };
}

/** Whether a drill is due: none within so many months before now. */
export function isDrillDue(lastDrillAt: Date | null, months: number, now: Date): boolean {
  if (lastDrillAt === null) return true;
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  return lastDrillAt < since;
}
