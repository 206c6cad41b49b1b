import { fold } from '#kernel/text-vi.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Instrument } from '#legal/public.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { text } from './messages.vi.ts';

/** A document as the public reads it, with the state of its effect on a day. */
export interface DocumentRow {
  readonly number: string;
  readonly anchor: string;
  readonly title: string;
  readonly kind: string;
  readonly issued: string;
  readonly issuedOn: IsoDate | null;
  readonly effect: string;
  readonly isInForce: boolean;
}

/** Documents newest first, those issued after the day left out: a page of 2024 does not know a decree of 2025. */
export function documentRows(instruments: readonly Instrument[], on: IsoDate): readonly DocumentRow[] {
  return instruments
    .filter((one) => one.issuedOn === null || one.issuedOn <= on)
    .map((one) => ({
      number: one.number,
      anchor: fold(one.number).replaceAll(/[^a-z0-9]+/g, '-'),
      title: one.title,
      kind: one.kind,
      issued: one.issuedOn === null ? text.documents.unknown : formatDate(one.issuedOn),
      issuedOn: one.issuedOn,
      ...effectOn(one, on),
    }))
    .sort((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1));
}

/** A replaced document is marked with its successor; one that begins later says when. */
function effectOn(one: Instrument, on: IsoDate): { readonly effect: string; readonly isInForce: boolean } {
  if (one.inForceUntil !== null && one.inForceUntil <= on)
    return { effect: text.documents.ended(one.replacedBy ?? ''), isInForce: false };
  if (one.inForceFrom === null) return { effect: text.documents.unknown, isInForce: false };
  if (one.inForceFrom > on) return { effect: text.documents.notYet(formatDate(one.inForceFrom)), isInForce: true };
  return { effect: text.documents.inForce, isInForce: true };
}
