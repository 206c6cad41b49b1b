export type { Instrument, RuleValue } from './model.ts';
export { listInstruments, listRuleValues, ruleValue } from './queries.ts';
