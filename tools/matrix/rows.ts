import { chainRows } from './chains.ts';
import { inspectionRows } from './inspection.ts';
import { membershipRows } from './membership.ts';
import type { Row } from './model.ts';
import { peopleRows } from './people.ts';
import { platformRows } from './platform.ts';
import { portalRows } from './portal.ts';
import { privacyRows } from './privacy.ts';
import { registerRows } from './register.ts';
import { reportingRows } from './reporting.ts';
import { reviewRows } from './review.ts';
import { rightsRows } from './rights.ts';
import { workbookRows } from './workbooks.ts';

/** What every person is answered at every address: written by hand, once. */
export const ROWS: readonly Row[] = [
  ...platformRows,
  ...peopleRows,
  ...reportingRows,
  ...workbookRows,
  ...reviewRows,
  ...registerRows,
  ...membershipRows,
  ...chainRows,
  ...inspectionRows,
  ...portalRows,
  ...rightsRows,
  ...privacyRows,
];
