import { DIRTY_CELL_WORKBOOKS } from './dirty-cells.ts';
import { DIRTY_STRUCTURE } from './dirty-structure.ts';
import { PHYSICAL_FILES } from './physical-files.ts';
import type { DirtyWorkbook } from './spoil.ts';

/** Files as offices really send them; each is made from one clean workbook, always the same way. */
export const DIRTY_WORKBOOKS: readonly DirtyWorkbook[] = [
  ...PHYSICAL_FILES,
  ...DIRTY_STRUCTURE,
  ...DIRTY_CELL_WORKBOOKS,
];
