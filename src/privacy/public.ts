export { assessmentAlert } from './alert.ts';
export { lastAssessment } from './queries.ts';
