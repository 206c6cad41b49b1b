import { but, EVERYBODY, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
const INSPECTORS = ['inspector', 'inspector far'] as const;
const READ_THE_RECORD = ['admin', ...INSPECTORS] as const;

/** The door, the office's first page, the record of acts, samples, and what programs ask. */
export const platformRows = [
  get('/van-phong', { sees: [OFFICES], ...SIGN_IN }),
  get('/dang-nhap', { sees: [EVERYBODY] }),
  post('/dang-nhap', { login: 'khong-co-ai', password: 'x' }, { does: [EVERYBODY] }),
  get('/dang-xuat', { 'sign-in': [EVERYBODY] }),
  post('/dang-xuat', {}, { 'sign-in': [EVERYBODY] }),
  ...['', '/tai'].map((end) =>
    get(`/van-phong/nhat-ky${end}`, {
      sees: [READ_THE_RECORD],
      denied: [but(OFFICES, READ_THE_RECORD)],
      ...SIGN_IN,
    }),
  ),
  post('/van-phong/nhat-ky', {}, { does: ['admin'], denied: [but(OFFICES, 'admin')], ...SIGN_IN }),
  get('/van-phong/chon-mau', { sees: ['admin', INSPECTORS], denied: [but(OFFICES, 'admin', INSPECTORS)], ...SIGN_IN }),
  get(
    '/van-phong/chon-mau/tai',
    { sees: ['admin', INSPECTORS], denied: [but(OFFICES, 'admin', INSPECTORS)], ...SIGN_IN },
    { address: '/van-phong/chon-mau/tai?tu=to-chuc&hat=1&co=1' },
  ),
  ...['/health', '/ready', '/metrics', '/api/openapi.json', '/api/docs'].map((route) =>
    get(route, { sees: [EVERYBODY] }),
  ),
  ...['/api/v1/clusters', '/api/v1/alliances'].map((route) => get(route, { sees: [EVERYBODY] })),
  get('/api/v1/clusters/{code}', { sees: [EVERYBODY] }, { address: '/api/v1/clusters/CUM-BTB' }),
  get('/api/v1/alliances/{code}', { sees: [EVERYBODY] }, { address: '/api/v1/alliances/LMHTX-NA' }),
];
