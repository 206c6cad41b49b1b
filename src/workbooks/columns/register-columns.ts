import type { Column } from './model.ts';
import { ORGANISATION_COLUMNS } from './organisation-columns.ts';
import { PERIOD_COLUMNS } from './period-columns.ts';

/** The sheet `Sổ bộ HTX`, columns B to AS: one row per cooperative, union or cooperative group. */
export const REGISTER_COLUMNS: readonly Column[] = [...ORGANISATION_COLUMNS, ...PERIOD_COLUMNS];
