export type { CountingPeriod } from './counting.ts';
export { AGRICULTURAL_SECTORS, countRows } from './counting.ts';
export type { CountedPeriod, CountedRow, RegisterCounts } from './counts.ts';
export { countedStatuses, registerCounts, rowsBehind } from './counts.ts';
export { holdsDemoRows } from './demo-mark.ts';
export { listOrganisations } from './listing.ts';
export type { ListedOrganisation, ListFilter, ListPage } from './listing-model.ts';
export type {
  CreditFundFields,
  CreditFundId,
  CreditFundRow,
  FactValue,
  FieldChange,
  FieldConflict,
  OrganisationFields,
  OrganisationId,
  OrganisationKind,
  OrganisationStatus,
  PeriodReportFields,
  Rating,
  RegisterRow,
  RowOutcome,
  RowProblem,
  RowsOrigin,
  RowsOutcome,
  UndoOutcome,
} from './model.ts';
export { requireVisible } from './permissions.ts';
export { saveCreditFundRows, saveRegisterRows } from './saving.ts';
export type { Provenance } from './subjects.ts';
export { historyOf, provenanceOf } from './subjects.ts';
export { existingForTemplate, existingFundsForTemplate } from './template.ts';
export { undoRows } from './undoing.ts';
