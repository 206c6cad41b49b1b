import { but, EVERYBODY, FAR, get, NEAR, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
const BOARD = '/van-phong/ky/:period/bang';
const SHEET = '/van-phong/ky/:period/tong-hop';
/** While values are entered, and once all is submitted and locked: that an act comes too late changes no right. */
const STATES = ['openPeriod', 'lockedPeriod'] as const;
/** An act of a unit on its own submission. */
const byUnit = (form: Record<string, string>, ...who: ('officer' | 'leader' | 'secretary')[]) =>
  STATES.map((state) =>
    post(
      BOARD,
      { donVi: 'LMHTX-NA', ...form },
      { does: ['admin', who], denied: [but(OFFICES, 'admin', who)], ...SIGN_IN },
      { address: BOARD.replace(':period', `{${state}}`), when: state },
    ),
  );
/** An act of the cluster on the call; who belongs to another cluster finds no such call. */
const byCluster = (form: Record<string, string>) =>
  STATES.map((state) =>
    post(
      BOARD,
      form,
      {
        does: ['admin', 'secretary'],
        hidden: ['secretary far'],
        denied: [but(OFFICES, 'admin', 'secretary', 'secretary far')],
        ...SIGN_IN,
      },
      { address: BOARD.replace(':period', `{${state}}`), when: state },
    ),
  );

/** Calls, submissions, the consolidation: seen by every office of the cluster. */
export const reportingRows = [
  get('/van-phong/ky', { sees: [OFFICES], ...SIGN_IN }),
  get('/van-phong/ky/mo', {
    sees: ['admin', 'secretary', 'secretary far'],
    denied: [but(OFFICES, 'admin', 'secretary', 'secretary far')],
    ...SIGN_IN,
  }),
  post(
    '/van-phong/ky/mo',
    { ky: '{openPeriod}', hanGui: '2020-01-01', hanKhoa: '2020-01-02', hoiNghi: '' },
    {
      does: ['admin', 'secretary', 'secretary far'],
      denied: [but(OFFICES, 'admin', 'secretary', 'secretary far')],
      ...SIGN_IN,
    },
  ),
  get('/van-phong/tong-hop', { sees: [OFFICES], ...SIGN_IN }),
  ...STATES.flatMap((period) => [
    get(
      BOARD,
      { sees: [NEAR], hidden: [FAR], ...SIGN_IN },
      { address: `/van-phong/ky/{${period}}/bang`, when: period },
    ),
    get(
      SHEET,
      { sees: [NEAR], hidden: [FAR], ...SIGN_IN },
      { address: `/van-phong/ky/{${period}}/tong-hop`, when: period },
    ),
  ]),
  ...byUnit({ viec: 'tra-lai', 'ma[]': 'HTX.SO', 'loi[]': 'x' }, 'secretary'),
  ...byUnit({ viec: 'tra-loi', 'ma[]': 'HTX.SO', 'so[]': 'x', 'loi[]': 'x' }, 'officer', 'leader'),
  ...byUnit({ viec: 'dat', bieu: 'B01' }, 'secretary'),
  ...byUnit({ viec: 'duyet-gui' }, 'leader'),
  ...byUnit({ viec: 'trinh' }, 'officer', 'leader'),
  ...byUnit({ viec: 'send-back' }, 'leader'),
  ...byUnit({ viec: 'recall' }, 'leader'),
  ...byUnit({ viec: 'lay-so-bo' }, 'officer', 'leader'),
  post(
    BOARD,
    { donVi: 'LMHTX-NA', viec: 'giu-nguyen', diem: 'khong-co', lyDo: '' },
    {
      hidden: ['admin', 'secretary', 'leader', 'officer'],
      denied: [but(OFFICES, 'admin', 'secretary', 'leader', 'officer')],
      ...SIGN_IN,
    },
    { address: '/van-phong/ky/{openPeriod}/bang', when: 'no such finding' },
  ),
  post(
    BOARD,
    { viec: 'gia-han', hanGui: '2020-01-01', lyDo: '' },
    {
      does: ['admin', 'secretary', 'secretary far'],
      denied: [but(OFFICES, 'admin', 'secretary', 'secretary far')],
      ...SIGN_IN,
    },
    {
      address: '/van-phong/ky/{openPeriod}/bang',
      when: 'without a reason, which is said before any call is looked up',
    },
  ),
  ...byCluster({ viec: 'close' }),
  ...byCluster({ viec: 'consolidate' }),
  post(
    SHEET,
    { donVi: 'LMHTX-NA', chiTieu: 'HTX.SO', 'lyDo[]': 'duplicate', 'phan[]': 'x' },
    { does: ['admin', 'officer', 'leader'], denied: [but(OFFICES, 'admin', 'officer', 'leader')], ...SIGN_IN },
    { address: '/van-phong/ky/{openPeriod}/tong-hop' },
  ),
  get('/api/v1/periods', { sees: [EVERYBODY] }),
  get('/api/v1/indicators', { sees: [EVERYBODY] }),
  get(
    '/api/v1/clusters/{cluster}/data-calls',
    { sees: [OFFICES], ...SIGN_IN },
    { address: '/api/v1/clusters/CUM-BTB/data-calls' },
  ),
  get(
    '/api/v1/clusters/{cluster}/data-calls/{period}',
    { sees: [NEAR], hidden: [FAR], ...SIGN_IN },
    { address: '/api/v1/clusters/CUM-BTB/data-calls/{openPeriod}' },
  ),
];
