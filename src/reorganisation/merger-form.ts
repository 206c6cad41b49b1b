import { z } from 'zod';
import { allianceFields, dayField, lineField } from '#organisations/public.ts';
import { noteField } from '#platform/access/proposal-forms.ts';
import type { MergerId, MergerPlan } from './merger-model.ts';
import { mergerText as words } from './messages-pages.vi.ts';

const { from: _from, reason: _reason, ...names } = allianceFields;

/** The posted wizard. */
export const ProposeMerger = z.object({
  mergerId: z.uuid().transform((id) => id as MergerId),
  kind: z.enum(['merge', 'rename']),
  sources: z.array(z.string().max(40)).max(20).default([]),
  successor: z.string().max(40),
  isNew: z.string().default(''),
  effectiveOn: dayField,
  decisionNo: lineField(120, words.decisionMissing),
  transfersCalls: z.string().default(''),
  note: noteField,
  ...names,
});

export function planOfForm(form: z.output<typeof ProposeMerger>): MergerPlan {
  const { mergerId, kind, sources, successor, isNew, effectiveOn, decisionNo, transfersCalls, note: _, ...rest } = form;
  return {
    mergerId,
    kind,
    sources,
    successor,
    isNew: isNew !== '',
    effectiveOn,
    decisionNo,
    transfersCalls: transfersCalls !== '',
    names: rest,
  };
}
