import { but, EVERYBODY, get, OFFICES, PUBLIC, post, WITHOUT_SCREENS } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
const INSPECTORS = ['inspector', 'inspector far'] as const;
/** Nothing that needs two people is proposed or approved by them. */
const NO_PART = ['editor', 'editor far', 'department', ...INSPECTORS] as const;
const READ_THE_RECORD = ['admin', ...INSPECTORS] as const;

const ACCOUNT = '/van-phong/tai-khoan';
const NO_SUCH = '018f0000-0000-7000-8000-000000000000';
/** One's own account is everybody's who has signed in; there is no address of another's. */
const OWN = { does: [OFFICES, WITHOUT_SCREENS], ...SIGN_IN };

/** The door, one's own account, the office's first page, the record of acts, what waits for two people, and what programs ask. */
export const platformRows = [
  get('/van-phong', { sees: [OFFICES, WITHOUT_SCREENS], ...SIGN_IN }),
  get('/dang-nhap', { sees: [EVERYBODY] }),
  post('/dang-nhap', { login: 'khong-co-ai', password: 'x' }, { does: [EVERYBODY] }),
  ...['/dang-nhap/oidc', '/dang-nhap/oidc/ve'].map((route) =>
    get(route, { hidden: [EVERYBODY] }, { when: 'no provider is set up' }),
  ),
  get('/dang-nhap/buoc-hai', { sees: [OFFICES, WITHOUT_SCREENS], ...SIGN_IN }),
  post('/dang-nhap/buoc-hai', { password: 'x' }, OWN),
  get('/dang-nhap/thiet-lap', { sees: [OFFICES, WITHOUT_SCREENS], ...SIGN_IN }),
  post('/dang-nhap/thiet-lap', { name: 'x', code: '000000' }, OWN),
  get(ACCOUNT, { sees: [OFFICES, WITHOUT_SCREENS], ...SIGN_IN }),
  post(ACCOUNT, { act: 'password', presentPassword: 'x', password: 'x' }, OWN),
  post(ACCOUNT, { act: 'remove-factor', factor: NO_SUCH }, OWN),
  post(ACCOUNT, { act: 'new-codes' }, OWN),
  post(ACCOUNT, { act: 'revoke', session: NO_SUCH }, OWN),
  post(ACCOUNT, { act: 'revoke-others' }, OWN),
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
  get('/van-phong/cho-duyet', {
    sees: [but(OFFICES, NO_PART)],
    denied: [NO_PART],
    ...SIGN_IN,
  }),
  get('/van-phong/he-thong', { sees: ['admin'], denied: [but(OFFICES, 'admin')], ...SIGN_IN }),
  // Set up already: as if there were no such page. Whoever holds the code of an empty installation: e2e/installation.
  get('/cai-dat', { hidden: [EVERYBODY] }),
  post('/cai-dat', { step: 'code', code: 'ab3k-7xyz-m2pq-9rst' }, { hidden: [EVERYBODY] }),
  ...['/health', '/ready', '/metrics', '/api/openapi.json', '/api/docs'].map((route) =>
    get(route, { sees: [EVERYBODY] }),
  ),
];
