export type { DatedRule, Instrument, PastRule, RuleSpan, RuleValue } from './model.ts';
export { listDatedRules, listInstruments, listPastRules, listRuleValues, ruleValue } from './queries.ts';
export { holdRules, saveRules } from './writing.ts';
