import type { RouteConfig } from '@react-router/dev/routes';
import { route } from '@react-router/dev/routes';
import borders from './borders/routes.ts';
import chains from './chains/routes.ts';
import compliance from './compliance/routes.ts';
import inspection from './inspection/routes.ts';
import installation from './installation/routes.ts';
import membership from './membership/routes.ts';
import organisations from './organisations/routes.ts';
import people from './people/routes.ts';
import places, { publicRoutes as publicPlaces } from './places/routes.ts';
import access from './platform/access/routes.ts';
import accounts from './platform/auth/routes.ts';
import audit from './platform/events/routes.ts';
import { portalWith } from './portal/routes.ts';
import privacy from './privacy/routes.ts';
import register from './register/routes.ts';
import reorganisation from './reorganisation/routes.ts';
import reporting from './reporting/routes.ts';
import review from './review/routes.ts';
import rights from './rights/routes.ts';
import workbooks from './workbooks/routes.ts';

/** Every page of the product; each slice says in its own `routes.ts` which address leads to which page. */
export default [
  route('van-phong', 'office-home.tsx'),
  ...accounts,
  ...access,
  ...audit,
  ...organisations,
  ...reorganisation,
  ...register,
  ...places,
  ...borders,
  ...compliance,
  ...membership,
  ...chains,
  ...reporting,
  ...workbooks,
  ...review,
  ...inspection,
  ...installation,
  ...rights,
  ...privacy,
  ...people,
  ...portalWith(publicPlaces),
] satisfies RouteConfig;
