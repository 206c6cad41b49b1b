import { but, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
const READERS = but(OFFICES, 'editor', 'editor far');
/** Whose reach has the organisation of NA in it, and who may read it. */
const OF_THE_UNIT = ['admin', 'secretary', 'head', 'leader', 'officer', 'inspector', 'department'] as const;
const PAGE = '/van-phong/so-bo/:organisationId/thanh-vien';
const AT = { address: '/van-phong/so-bo/{organisationId}/thanh-vien' };
const STEP = { seenVersion: '99', effectiveOn: '01/06/2024', paperNo: 'x', note: 'x' };

/** Editors of the cluster reach the row and have no right to it, which forms say and pages do not. */
const only = (who: 'officer' | 'leader') => ({
  does: ['admin', who] as const,
  denied: [OF_THE_UNIT.filter((one) => one !== 'admin' && one !== who), 'editor' as const],
  hidden: [but(OFFICES, OF_THE_UNIT, 'editor')],
  ...SIGN_IN,
});

/** Membership of the alliance: handled by its officers, decided by its leader, followed by whoever holds the receipt. */
export const membershipRows = [
  ...['', '/tai'].map((end) =>
    get(`/van-phong/so-bo/thanh-vien${end}`, { sees: [READERS], denied: ['editor', 'editor far'], ...SIGN_IN }),
  ),
  get(PAGE, { sees: [OF_THE_UNIT], hidden: [but(OFFICES, OF_THE_UNIT)], ...SIGN_IN }, AT),
  post(PAGE, { act: 'open', appliedOn: '01/06/2024' }, only('officer'), AT),
  post(PAGE, { act: 'mark', applicationId: '{applicationId}', seenVersion: '99' }, only('officer'), AT),
  post(PAGE, { act: 'step', applicationId: '{applicationId}', move: 'withdraw', ...STEP }, only('officer'), AT),
  post(PAGE, { act: 'step', applicationId: '{applicationId}', move: 'approve', ...STEP }, only('leader'), {
    ...AT,
    when: 'the Standing Board has decided',
  }),
  post(PAGE, { act: 'member', memberId: '{memberId}', move: 'suspend', ...STEP }, only('leader'), AT),
  post(
    PAGE,
    {
      act: 'due',
      memberId: '{memberId}',
      seenVersion: '99',
      year: '2024',
      amountDong: '500.000',
      paidOn: '01/06/2024',
    },
    only('officer'),
    AT,
  ),
  get('/tra-cuu/ho-so', { sees: [OFFICES, PUBLIC] }, { address: '/tra-cuu/ho-so?ma={receiptCode}' }),
];
