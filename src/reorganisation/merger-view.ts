import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import type { Alliance } from '#organisations/public.ts';
import { findAlliance, listAlliances, versionsOf } from '#organisations/public.ts';
import { listProposals } from '#platform/access/four-eyes.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { MERGE } from './four-eyes.ts';
import { hrefs } from './hrefs.ts';
import { mergerCounts, mergerFacts } from './merger-facts.ts';
import type { MergerId, MergerPlan } from './merger-model.ts';
import { mergerRefusal } from './merger-rules.ts';
import { listMergers } from './mergers.ts';
import { requireProposing } from './permissions.ts';

/** What the select of the successor says for one that is not there yet. */
export const NEW_UNIT = 'moi';

/** What the address chooses: which alliances, which goes on, from which day. */
export interface MergerChoice {
  readonly kind: MergerPlan['kind'];
  readonly sources: readonly string[];
  readonly successor: string;
  readonly newCode: string;
  readonly effectiveOn: IsoDate;
}

export function readChoice(params: URLSearchParams, today: IsoDate): MergerChoice {
  const sources = params.getAll('nguon');
  const kind = params.get('loai') === 'rename' ? 'rename' : 'merge';
  return {
    kind,
    sources,
    successor: kind === 'rename' ? (sources[0] ?? '') : (params.get('giu') ?? ''),
    newCode: (params.get('ma') ?? '').trim(),
    effectiveOn: parseIsoDate(params.get('ngay') ?? '') ?? today,
  };
}

/** The plan that a choice makes; the names are still those of before. */
function planOf(choice: MergerChoice, names: MergerPlan['names'], mergerId: MergerId): MergerPlan {
  const isNew = choice.successor === NEW_UNIT;
  return {
    mergerId,
    kind: choice.kind,
    sources: [...choice.sources],
    successor: isNew ? choice.newCode : choice.successor,
    isNew,
    effectiveOn: choice.effectiveOn,
    decisionNo: '',
    names,
    transfersCalls: false,
  };
}

/** Every merger there was, what waits, and, once units are chosen, what would change. */
export async function mergersView(ctx: Ctx, params: URLSearchParams) {
  requireProposing(ctx);
  const choice = readChoice(params, ctx.today);
  const waiting = (await listProposals(ctx)).filter(({ act, state }) => act === MERGE.name && state === 'open');
  return {
    today: ctx.today,
    choice,
    units: await listAlliances(ctx.read, choice.effectiveOn),
    waiting: waiting.map(({ subject, words, proposedBy }) => ({ href: hrefs.merger(subject), words, proposedBy })),
    mergers: await listMergers(ctx.read),
    preview: choice.sources.length === 0 ? null : await previewOf(ctx, choice),
  };
}

export type MergersView = Awaited<ReturnType<typeof mergersView>>;

async function previewOf(ctx: Ctx, choice: MergerChoice) {
  const names = await namesBefore(ctx, choice);
  const plan = planOf(choice, names, ctx.newId<'reorganisation.merger'>());
  const facts = await mergerFacts(ctx.read, ctx, plan);
  // Open calls may be transferred: the form asks, so they alone do not hide it.
  const transferable = facts.openCalls.every(({ lastDay }) => lastDay < plan.effectiveOn);
  const refusal = mergerRefusal({ ...plan, transfersCalls: transferable }, facts);
  return {
    plan,
    blockedBy: refusal ? sayRefusal(refusal) : null,
    counts: await mergerCounts(ctx.read, ctx, plan),
  };
}

/** The names of the one that goes on, else of the first: what the form begins with. */
async function namesBefore(ctx: Ctx, { sources, successor, effectiveOn }: MergerChoice): Promise<MergerPlan['names']> {
  const code = sources.includes(successor) ? successor : (sources[0] ?? '');
  const unit = await findAlliance(ctx.read, code, effectiveOn);
  return { ...(unit ? namesOf(unit) : NO_NAMES), parentBody: unit ? await parentOf(ctx, unit, effectiveOn) : '' };
}

async function parentOf(ctx: Ctx, unit: Alliance, on: IsoDate): Promise<string> {
  const versions = await versionsOf(ctx.read, unit.id);
  return versions.find(({ validFrom }) => validFrom <= on)?.parentBody ?? '';
}

const NO_NAMES = {
  name: '',
  shortName: '',
  provinceName: '',
  provinceCode: '',
  address: '',
  phone: '',
  email: '',
  geographicRank: 1,
};

function namesOf({ name, shortName, provinceName, provinceCode, address, phone, email, geographicRank }: Alliance) {
  return { name, shortName, provinceName, provinceCode, address, phone, email, geographicRank };
}
