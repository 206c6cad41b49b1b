import type { Refusal } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Proof } from './model.ts';

/** A link is evidenced with a counterpart and a contract or document; anything less is what the organisation says of itself. */
export function isEvidenced({ partner, contractNo, attachmentId }: Proof): boolean {
  return partner !== '' && (contractNo !== '' || attachmentId !== null);
}

/** Whether it went on for at least one day from `firstDay` to `lastDay`, both included. */
export function isWithin(
  link: { readonly beganOn: IsoDate; readonly endedOn: IsoDate | null },
  firstDay: IsoDate,
  lastDay: IsoDate,
): boolean {
  return link.beganOn <= lastDay && (link.endedOn === null || link.endedOn >= firstDay);
}

/** Why a link cannot begin on that day, or end on the other. */
export function linkDaysRefusal(beganOn: IsoDate, endedOn: IsoDate | null, today: IsoDate): Refusal | undefined {
  if (beganOn > today) return { code: 'chains.link.in-future', facts: { field: 'beganOn', day: beganOn, today } };
  if (endedOn === null) return undefined;
  if (endedOn > today) return { code: 'chains.link.in-future', facts: { field: 'endedOn', day: endedOn, today } };
  return endedOn < beganOn ? { code: 'chains.link.ends-before', facts: { field: 'endedOn', beganOn } } : undefined;
}
