import { chainRows } from './chains.ts';
import { complianceRows } from './compliance.ts';
import { inspectionRows } from './inspection.ts';
import { membershipRows } from './membership.ts';
import type { Row } from './model.ts';
import { organisationRows } from './organisations.ts';
import { peopleRows } from './people.ts';
import { placeRows } from './places.ts';
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
  ...placeRows,
  ...organisationRows,
  ...complianceRows,
  ...membershipRows,
  ...chainRows,
  ...inspectionRows,
  ...portalRows,
  ...rightsRows,
  ...privacyRows,
];
