import { present } from '#kernel/assert.ts';
import { isoDate } from '#kernel/time.ts';
import { findOpenProposal } from '#platform/access/four-eyes.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { testPerson } from '#platform/testing/person.ts';
import type { TestSystem } from '#platform/testing/system.ts';
import { approveMerger } from './commands/approve-merger.ts';
import { approveUndo } from './commands/approve-undo.ts';
import { proposeMerger } from './commands/propose-merger.ts';
import { proposeUndo } from './commands/propose-undo.ts';
import { MERGE, UNDO } from './four-eyes.ts';
import type { MergerId, MergerPlan } from './merger-model.ts';

const ADMIN = [{ role: 'admin', scope: 'system' }] as const;

/** Two administrators with accounts of their own, on a day. */
export async function twoAdmins(system: TestSystem, today: string): Promise<readonly [Ctx, Ctx]> {
  const first = await testPerson(system, { name: 'Quản trị một', grants: ADMIN, today });
  const second = await testPerson(system, { name: 'Quản trị hai', grants: ADMIN, today });
  return [first, second];
}

/** Quảng Bình and Quảng Trị become one alliance on 01/07/2025, which keeps the code of Quảng Trị. */
export function aPlan(ctx: Ctx, says: Partial<MergerPlan> = {}): MergerPlan {
  return {
    mergerId: ctx.newId<'reorganisation.merger'>(),
    kind: 'merge',
    sources: ['LMHTX-QB', 'LMHTX-QT'],
    successor: 'LMHTX-QT',
    isNew: false,
    effectiveOn: isoDate('2025-07-01'),
    decisionNo: 'QĐ 01/2025',
    names: {
      name: 'Liên minh Hợp tác xã tỉnh Quảng Trị',
      shortName: 'Quảng Trị',
      provinceName: 'Quảng Trị',
      provinceCode: '44',
      parentBody: 'UBND tỉnh Quảng Trị',
      address: '',
      phone: '',
      email: '',
      geographicRank: 4,
    },
    transfersCalls: false,
    ...says,
  };
}

/** Proposed by one and approved by the other. */
export async function merged([one, other]: readonly [Ctx, Ctx], plan: MergerPlan): Promise<MergerId> {
  await proposeMerger(one, plan, '');
  const { id } = present(await findOpenProposal(other, MERGE, plan.mergerId), 'what was proposed waits');
  await approveMerger(other, id);
  return plan.mergerId;
}

/** Taken back on the word of both. */
export async function unmerged([one, other]: readonly [Ctx, Ctx], id: MergerId): Promise<void> {
  await proposeUndo(one, id, { reason: 'Ghi nhầm' });
  const proposal = present(await findOpenProposal(other, UNDO, id), 'what was proposed waits');
  await approveUndo(other, proposal.id);
}
