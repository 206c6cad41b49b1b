import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { answerCells } from '../commands/answer-cells.ts';
import { approveUnit, requestApproval } from '../commands/approve-unit.ts';
import { dismissFinding } from '../commands/dismiss-finding.ts';
import { extendDataCall } from '../commands/extend-data-call.ts';
import { fillFromRegister } from '../commands/fill-from-register.ts';
import { moveCall } from '../commands/move-call.ts';
import { passUnit } from '../commands/pass-unit.ts';
import { returnCells } from '../commands/return-cells.ts';
import { takeBack } from '../commands/take-back.ts';
import { day } from '../day-field.ts';
import { FORM_CODES } from '../messages.vi.ts';
import type { FormCode } from '../model.ts';

const texts = z.array(z.string()).default([]);
const unit = { donVi: z.string() };
const promise = {
  lyDo: z.string().default(''),
  hen: z
    .literal('')
    .transform(() => null)
    .or(day)
    .default(null),
};

/** Every form of the board posts here; `viec` says which act it is. */
export const BoardAct = z.discriminatedUnion('viec', [
  z.object({ viec: z.literal('tra-lai'), ...unit, ma: texts, loi: texts, chon: texts, khac: z.string().default('') }),
  z.object({ viec: z.literal('tra-loi'), ...unit, ma: texts, so: texts, loi: texts }),
  z.object({ viec: z.literal('dat'), ...unit, bieu: z.enum(['', ...FORM_CODES] as ['', ...FormCode[]]) }),
  z.object({ viec: z.literal('duyet-gui'), ...unit, ...promise }),
  z.object({ viec: z.literal('trinh'), ...unit, ...promise }),
  z.object({ viec: z.enum(['send-back', 'recall']), ...unit }),
  z.object({ viec: z.literal('lay-so-bo'), ...unit }),
  z.object({ viec: z.literal('giu-nguyen'), ...unit, diem: z.string(), lyDo: z.string() }),
  z.object({ viec: z.literal('gia-han'), hanGui: day, lyDo: z.string() }),
  z.object({ viec: z.enum(['close', 'consolidate']) }),
]);

type Act = z.output<typeof BoardAct>;

/** Runs the command behind a form of the board. */
export async function runBoardAct(ctx: Ctx, clusterCode: string, periodCode: string, act: Act): Promise<void> {
  if ('donVi' in act) return await runUnitAct(ctx, { unitCode: act.donVi, periodCode }, act);
  const call = { clusterCode, periodCode };
  if (act.viec !== 'gia-han') return await moveCall(ctx, { ...call, act: act.viec });
  await extendDataCall(ctx, { ...call, submitByOn: act.hanGui, reason: act.lyDo });
}

type UnitAct = Extract<Act, { donVi: string }>;

async function runUnitAct(ctx: Ctx, at: { unitCode: string; periodCode: string }, act: UnitAct): Promise<void> {
  switch (act.viec) {
    case 'tra-lai':
      return await returnCells(ctx, { ...at, cells: chosenCells(act) });
    case 'tra-loi':
      return await answerCells(ctx, { ...at, cells: answersOf(act) });
    case 'dat':
      return await passUnit(ctx, { ...at, formCode: act.bieu });
    case 'duyet-gui':
      await approveUnit(ctx, { ...at, missingReason: act.lyDo, missingByOn: act.hen });
      return;
    case 'trinh':
      return await requestApproval(ctx, { ...at, missingReason: act.lyDo, missingByOn: act.hen });
    case 'lay-so-bo':
      await fillFromRegister(ctx, at);
      return;
    case 'giu-nguyen':
      return await dismissFinding(ctx, { ...at, findingKey: act.diem, note: act.lyDo });
    default:
      return await takeBack(ctx, { ...at, act: act.viec, note: '' });
  }
}

/** Rows ticked with their comment, and one more row chosen from the list. */
function chosenCells(act: { ma: string[]; loi: string[]; chon: string[]; khac: string }) {
  const ticked = act.ma
    .map((indicatorCode, place) => ({ indicatorCode, comment: act.loi[place] ?? '' }))
    .filter((cell) => act.chon.includes(cell.indicatorCode));
  const other = { indicatorCode: act.khac, comment: act.loi[act.ma.length] ?? '' };
  return act.khac === '' || act.chon.includes(act.khac) ? ticked : [...ticked, other];
}

function answersOf(act: { ma: string[]; so: string[]; loi: string[] }) {
  return act.ma.map((indicatorCode, place) => ({
    indicatorCode,
    amountText: act.so[place] ?? '',
    answer: act.loi[place] ?? '',
  }));
}
