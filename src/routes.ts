import type { RouteConfig } from '@react-router/dev/routes';
import { route } from '@react-router/dev/routes';
import chains from './chains/routes.ts';
import inspection from './inspection/routes.ts';
import installation from './installation/routes.ts';
import membership from './membership/routes.ts';
import people from './people/routes.ts';
import access from './platform/access/routes.ts';
import accounts from './platform/auth/routes.ts';
import audit from './platform/events/routes.ts';
import portal from './portal/routes.ts';
import privacy from './privacy/routes.ts';
import register from './register/routes.ts';
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
  ...register,
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
  ...portal,
] satisfies RouteConfig;
