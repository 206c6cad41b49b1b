export { ensureDataCall } from './acts/ensure-data-call.ts';
export { lockDataCall, restateDataCall } from './acts/move-data-call.ts';
export { recordNarrative } from './acts/record-narrative.ts';
export { recordValues } from './acts/record-values.ts';
export { submitUnit } from './acts/submit-unit.ts';
export { undoValues } from './acts/undo-values.ts';
export { formatCell, shownUnit } from './amounts.ts';
export { approveUnit } from './commands/approve-unit.ts';
export { openDataCall } from './commands/open-data-call.ts';
export { passUnit } from './commands/pass-unit.ts';
export { signReconciliation } from './commands/sign-reconciliation.ts';
export { consolidate } from './consolidate.ts';
export { consolidateWithFindings } from './consolidate-with-findings.ts';
export { creditFundStatement } from './credit-funds.ts';
export { figureRef, formatFigureRef, parseFigureRef } from './figure-ref.ts';
export type { FigureLineage } from './lineage.ts';
export { figureLineage, publicLineage } from './lineage.ts';
export { FORM_CODES, FORMS } from './messages.vi.ts';
export type {
  ConsolidatedUnit,
  Consolidation,
  Coverage,
  DataCall,
  DataCallId,
  Figure,
  Finding,
  FormCode,
  Indicator,
  LineageLink,
  NarrativeInput,
  Period,
  Spread,
  SubmissionState,
  ValueAspect,
  ValueBasis,
  ValueInput,
  ValuesOutcome,
} from './model.ts';
export { periodCodeRefusal, periodOf, previousPeriod, samePeriodLastYear } from './periods.ts';
export {
  currentAmounts,
  currentValues,
  findPeriod,
  findUnitCall,
  getDataCall,
  listDataCalls,
  listIndicators,
  narrativeOf,
} from './queries.ts';
export { validateValues } from './validation.ts';
