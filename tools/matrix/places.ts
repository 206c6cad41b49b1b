import { but, EVERYBODY, get, OFFICES, PUBLIC } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
/** Editors have nothing to do with the register. */
const READERS = but(OFFICES, 'editor', 'editor far');
const DENIED = { denied: ['editor', 'editor far'] as const };
const COMPARED = '?dem=counted&tu=2024-06-01&den=2024-06-14&gioi=moi';
const BEHIND = '?dem=counted&ngay=2024-06-14&gioi=2024-06-14&theo=province&nhom=40';

/** The list of units is everybody's; counts of the register by place are for those who may read the register. */
export const placeRows = [
  get('/dia-ban', { sees: [EVERYBODY] }),
  get('/dia-ban/:uid', { sees: [EVERYBODY] }, { address: '/dia-ban/44@2025-07-01' }),
  get('/van-phong/dia-ban', { sees: [OFFICES], ...SIGN_IN }),
  get('/van-phong/dia-ban/:uid', { sees: [OFFICES], ...SIGN_IN }, { address: '/van-phong/dia-ban/44@2025-07-01' }),
  get('/api/v1/places', { sees: [EVERYBODY] }),
  get('/api/v1/places/{uid}', { sees: [EVERYBODY] }, { address: '/api/v1/places/44@2025-07-01' }),
  ...[
    ['/dia-gioi', COMPARED],
    ['/dia-gioi/tai', `${COMPARED}&dang=csv`],
    ['/dia-gioi/to-chuc', BEHIND],
    ['/ban-do', ''],
  ].map(([end, query]) =>
    get(
      `/van-phong/so-bo${end}`,
      { sees: [READERS], ...DENIED, ...SIGN_IN },
      { address: `/van-phong/so-bo${end}${query}` },
    ),
  ),
  get(
    '/api/v1/register/comparison',
    { sees: [READERS], ...DENIED, ...SIGN_IN },
    { address: '/api/v1/register/comparison?first=2024-06-01&second=2024-06-14' },
  ),
];
