export type { Followed } from './follow.ts';
export { followApplication } from './follow.ts';
