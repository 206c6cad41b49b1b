import type { Decimal } from '#kernel/decimal.ts';
import { creditFundStatement } from '#reporting/public.ts';
import type { SnapshotBody } from '../model.ts';
import { percentRule } from './quantify.ts';

type FundStatement = ReturnType<typeof creditFundStatement>;

/**
 * What may be said of the people's credit funds with the figures and thresholds of this snapshot; undefined when a
 * threshold is not set.
 */
export function fundStatement(snapshot: SnapshotBody): FundStatement | undefined {
  const { rules } = snapshot;
  const reportingShare = percentRule(rules, 'qtd.stable.reporting-share');
  const profitableShare = percentRule(rules, 'qtd.stable.profitable-share');
  const nplMax = percentRule(rules, 'qtd.stable.npl-max');
  if (reportingShare === undefined || profitableShare === undefined || nplMax === undefined) return undefined;
  return creditFundStatement({
    funds: totalOf(snapshot, 'QTD.SO'),
    reporting: totalOf(snapshot, 'QTD.BC'),
    profitable: totalOf(snapshot, 'QTD.LAI'),
    loansDong: totalOf(snapshot, 'QTD.DN'),
    badDebtDong: totalOf(snapshot, 'QTD.NX'),
    thresholds: { reportingShare, profitableShare, nplMax },
  });
}

function totalOf(snapshot: SnapshotBody, code: string): Decimal | null {
  return snapshot.figures[code]?.current.total ?? null;
}
