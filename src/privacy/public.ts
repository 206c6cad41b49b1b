export { assessmentAlert } from './alert.ts';
export { readDataMap } from './data-map.ts';
export { lastAssessment } from './queries.ts';
