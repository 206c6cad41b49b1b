import type { Refusal } from '#kernel/refusal.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import type { ErrorRate, Tally } from './error-rate.ts';
import { errorRate, tallyOf } from './error-rate.ts';
import { getSample } from './findings.ts';
import type { KeptItem, KeptSample } from './model.ts';
import { mayOfAlliance } from './permissions.ts';
import { concludedRefusal, conclusionRefusal } from './rules.ts';
import { readSheet } from './sheet.ts';

/** A kept sample as its page shows it. */
export interface KeptView {
  readonly sample: KeptSample;
  readonly items: readonly KeptItem[];
  readonly tally: Tally;
  readonly rate: ErrorRate | null;
  readonly may: { readonly find: boolean };
  /** Why findings are not changed any more; null while they are. */
  readonly concluded: Refusal | null;
  /** Why nothing can be concluded yet. */
  readonly blockedBy: string | null;
  /**
   * Whether the same seed draws the same items today; `now`: how many there are to draw from, null when the reader reaches
   * another population than whoever drew. Null: the reader does not draw.
   */
  readonly redraw: { readonly isSame: boolean; readonly now: number | null } | null;
}

export async function keptView(ctx: Ctx, id: string): Promise<KeptView> {
  const { sample, items } = await getSample(ctx, ctx.read, id);
  const codes = [...new Set(items.map(({ allianceCode }) => allianceCode))];
  const mayFind = codes.every((code) => mayOfAlliance(ctx.actor, 'inspection.record-finding', code));
  const tally = tallyOf(items);
  const blocked = conclusionRefusal(sample, items);
  return {
    sample,
    items,
    tally,
    rate: errorRate(tally),
    may: { find: mayFind },
    concluded: concludedRefusal(sample) ?? null,
    blockedBy: blocked ? sayRefusal(blocked) : null,
    redraw: mayFind ? await drawnAgain(ctx, sample, items) : null,
  };
}

/** Draws once more by what was kept. */
async function drawnAgain(
  ctx: Ctx,
  sample: KeptSample,
  items: readonly KeptItem[],
): Promise<{ isSame: boolean; now: number | null }> {
  const { population, allianceCode, strata, seed, sizeWanted: size } = sample;
  const { draw } = await readSheet(ctx, { population, allianceCode, strata, seed, size });
  if (!draw) throw new Refused({ code: 'inspection.sample.not-drawn', facts: {} });
  const isSame =
    draw.fingerprint === sample.fingerprint && draw.chosen.every((chosen, at) => chosen === items[at]?.elementId);
  return { isSame, now: draw.population };
}
