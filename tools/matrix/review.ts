import { but, EVERYBODY, FAR, get, NEAR, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
const REPORT = '/van-phong/ky/:period/bao-cao';
const COMPOSER = '/van-phong/ky/:period/soan';
const STATES = ['openPeriod', 'lockedPeriod'] as const;
const BY_SECRETARY = {
  does: ['admin', 'secretary'],
  denied: [but(NEAR, 'admin', 'secretary')],
  hidden: [FAR],
  ...SIGN_IN,
} as const;

const BY_HEAD = { does: ['admin', 'head'], denied: [but(NEAR, 'admin', 'head')], hidden: [FAR], ...SIGN_IN } as const;

/** The review: seen by every office of the cluster, written by its secretary, locked by secretary and head; what is locked is public. */
export const reviewRows = [
  ...STATES.flatMap((period) => [
    get(
      REPORT,
      { sees: [NEAR], hidden: [FAR], ...SIGN_IN },
      { address: `/van-phong/ky/{${period}}/bao-cao`, when: period },
    ),
    get(
      COMPOSER,
      { sees: [NEAR], hidden: [FAR], ...SIGN_IN },
      { address: `/van-phong/ky/{${period}}/soan`, when: period },
    ),
  ]),
  get(
    '/van-phong/ky/:period/bao-cao/tai/:name',
    { sees: [NEAR], hidden: [FAR], ...SIGN_IN },
    { address: '/van-phong/ky/{lockedPeriod}/bao-cao/tai/snapshot.json' },
  ),
  post(REPORT, { act: 'propose-lock' }, BY_SECRETARY, { address: '/van-phong/ky/{openPeriod}/bao-cao' }),
  post(REPORT, { act: 'propose-restatement', reason: 'x' }, BY_SECRETARY, {
    address: '/van-phong/ky/{openPeriod}/bao-cao',
  }),
  // Proposed by the secretary, and declined before anybody asks: only the rights are told apart.
  ...[{ act: 'approve' }, { act: 'decline', declineReason: 'x' }].map((form) =>
    post(REPORT, { ...form, proposalId: '{proposalId}' }, BY_HEAD, {
      address: '/van-phong/ky/{lockedPeriod}/bao-cao',
    }),
  ),
  post(
    REPORT,
    { act: 'withdraw', proposalId: '{proposalId}' },
    { does: ['secretary'], denied: [but(NEAR, 'secretary')], hidden: [FAR], ...SIGN_IN },
    { address: '/van-phong/ky/{lockedPeriod}/bao-cao' },
  ),
  ...STATES.flatMap((state) =>
    [
      { act: 'edit', code: 'opening', body: 'x', seenVersion: '99' },
      { act: 'mend', code: 'opening', start: '0', end: '1', excerpt: 'x', replacement: 'y', seenVersion: '99' },
      { act: 'look-through' },
    ].map((form) => post(COMPOSER, form, BY_SECRETARY, { address: `/van-phong/ky/{${state}}/soan`, when: state })),
  ),
  get('/van-phong/soan-bao-cao', { sees: [OFFICES], ...SIGN_IN }),
  get('/van-phong/kho-bao-cao', { sees: [OFFICES], ...SIGN_IN }),
  get('/van-phong/kiem-chung', { sees: [OFFICES], ...SIGN_IN }),
  post('/van-phong/kiem-chung', { file: '{file}' }, { does: [OFFICES], ...SIGN_IN }),
  get('/api/v1/snapshots', { sees: [EVERYBODY] }),
  get('/api/v1/snapshots/{hash}', { sees: [EVERYBODY] }),
  get('/api/v1/snapshots/{hash}/file', { sees: [NEAR], hidden: [FAR], ...SIGN_IN }),
  get(
    '/api/v1/figures/{figure}',
    { sees: [EVERYBODY] },
    { address: '/api/v1/figures/HTX.SO%2FLMHTX-NA@{lockedPeriod}', when: 'lockedPeriod' },
  ),
  get(
    '/api/v1/figures/{figure}',
    { sees: [NEAR], hidden: [FAR, PUBLIC] },
    { address: '/api/v1/figures/HTX.SO%2FLMHTX-NA@{openPeriod}', when: 'openPeriod' },
  ),
];
