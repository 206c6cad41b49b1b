export type { Assessment } from './assess.ts';
export { assessOrganisation } from './assess.ts';
export type { RulePlan } from './rule-set.ts';
export { planRules, ruleSetProblems } from './rule-set.ts';
