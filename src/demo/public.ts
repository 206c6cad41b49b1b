export type { DemoProgress } from './load.ts';
export { DEMO_STEPS, loadDemo } from './load.ts';
export { DEMO_SEED } from './workbooks.ts';
export { writeDemo } from './write.ts';
