export type { ActEntry, Move } from './acting.ts';
export { moveOrganisations } from './acting.ts';
export type { Attachment } from './attachments.ts';
export { attachmentsOf } from './attachments.ts';
export type { NamedCount } from './count-names.ts';
export { namedCounts } from './count-names.ts';
export { AGRICULTURAL_SECTORS, countRows } from './counting.ts';
export type { CountedPeriod } from './counts.ts';
export { countedStatuses, operatingAmong, registerCounts } from './counts.ts';
export { holdsDemoRows } from './demo-mark.ts';
export { xlsxFile } from './list-file.ts';
export { listOrganisations } from './listing.ts';
export { kindLabels, periodLabel } from './messages-pages.vi.ts';
export type {
  CreditFundRow,
  FactValue,
  FieldConflict,
  OrganisationId,
  OrganisationStatus,
  Rating,
  RegisterRow,
  RowProblem,
  RowsOrigin,
  RowsOutcome,
} from './model.ts';
export type { MoveMade } from './moving-back.ts';
export { changesSinceMove, holdingOf, moveBack } from './moving-back.ts';
export { getOrganisation, listSectors, periodsReported } from './organisation-card.ts';
export { organisationIdOf } from './organisation-id.ts';
export type { OrganisationView } from './organisation-view.ts';
export { readOrganisationView } from './organisation-view.ts';
export { registerOverviewPanel } from './overview-panels.ts';
export { PackedRows } from './packed-rows.ts';
export { mayReadPersons, requireVisible } from './permissions.ts';
export type { PlaceCount, PlacedRecord, PlaceFigure } from './place-counts.ts';
export { countsByPlace, periodOfDay, recordsOfPlaces } from './place-counts.ts';
export { saveCreditFundRows, saveRegisterRows } from './saving.ts';
export { getOrganisationHead } from './subjects.ts';
export { existingForTemplate, existingFundsForTemplate } from './template.ts';
export { undoRows } from './undoing.ts';
