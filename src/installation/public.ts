export { isSetUp } from './queries.ts';
