import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import { allianceFields } from '#organisations/public.ts';

export type MergerId = Id<'reorganisation.merger'>;

const { from: _from, reason: _reason, ...names } = allianceFields;
const day = z.custom<IsoDate>((text) => typeof text === 'string' && parseIsoDate(text) !== undefined);

/** What was decided: which alliances become one, or which one gets another name, from which day. */
export const MergerPlan = z.object({
  mergerId: z.uuid().transform((id) => id as MergerId),
  /** `rename`: one alliance that goes on under another name. */
  kind: z.enum(['merge', 'rename']),
  /** Codes, the one that goes on among them unless it is new. */
  sources: z.array(z.string().max(40)).max(20),
  successor: z.string().max(40),
  isNew: z.boolean(),
  effectiveOn: day,
  decisionNo: z.string(),
  names: z.object(names),
  /** Calls that are not locked yet are finished for the old unit by the people of the one that goes on. */
  transfersCalls: z.boolean(),
});
export type MergerPlan = z.output<typeof MergerPlan>;

/** How much a merger moves and what stays, as shown before the word. */
export interface MergerCounts {
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly ends: boolean;
    readonly organisations: number;
    readonly funds: number;
    readonly rights: number;
    readonly terms: number;
    /** What it declared and sent: stays with it. */
    readonly submissions: number;
  }[];
  readonly clusters: readonly {
    readonly name: string;
    readonly before: number;
    readonly after: number;
    readonly locks: number;
  }[];
  /** Calls not locked that it would leave to the people of the successor. */
  readonly calls: readonly string[];
}
