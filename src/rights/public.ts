export { reapplyDeletions } from './commands/reapply-deletions.ts';
export type { RetentionReport } from './commands/run-retention.ts';
export { runRetention } from './commands/run-retention.ts';
export { CONTACT, kept } from './kept.ts';
export type { ConsentText, RetentionLine } from './model.ts';
export type { Followed } from './public-desk.ts';
export { AskForData, askForData, followRequest, withdrawContact } from './public-desk.ts';
export type { LedgerLine } from './queries.ts';
export { answerTerm, consentTexts, ledger } from './queries.ts';
