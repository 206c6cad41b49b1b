export { dutiesOf } from './duties.ts';
export { reviewReminder } from './reviews.ts';
export { departmentIn } from './units.ts';
