import { but, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
const AREA = '/van-phong/du-lieu-ca-nhan';
const OVERSEE = ['admin', 'inspector', 'inspector far'] as const;
/** Those who work with the people of some alliance; of which, the list and the export say. */
const WORK_WITH_PEOPLE = [
  'admin',
  'head',
  'head far',
  'leader',
  'leader near',
  'leader far',
  'officer',
  'officer near',
  'officer far',
] as const;
/** Who takes part in an export of NA: its own people and an administrator. */
const TAKE_OUT = ['admin', 'leader', 'officer'] as const;
const ANSWER_THE_PERSON = ['admin', 'leader', 'officer', 'inspector'] as const;

const PROPOSED = '/van-phong/ban-xuat/de-nghi/:exportId';
const ofTwo = { address: '/van-phong/ban-xuat/de-nghi/{declinedExportId}' };
/** Where one has no part in it there is no such proposal; whoever has a part may be the wrong one of the two. */
const ofTheTwo = (...may: readonly (typeof TAKE_OUT)[number][]) => ({
  does: [may],
  hidden: [but(WORK_WITH_PEOPLE, TAKE_OUT)],
  denied: [but(TAKE_OUT, may), but(OFFICES, WORK_WITH_PEOPLE)],
  ...SIGN_IN,
});

/** Personal data: the map and who read, and lists with persons, which are their maker's alone. */
export const privacyRows = [
  ...['', '/tai', '/ho-so-danh-gia', '/ho-so-danh-gia/tai', '/luot-xem'].map((end) =>
    get(AREA + end, { sees: [OVERSEE], denied: [but(OFFICES, OVERSEE)], ...SIGN_IN }),
  ),
  post(`${AREA}/ho-so-danh-gia`, {}, { does: ['admin'], denied: [but(OFFICES, 'admin')], ...SIGN_IN }),
  get(
    `${AREA}/luot-xem/:organisationId`,
    { sees: [ANSWER_THE_PERSON], hidden: [but(OFFICES, ANSWER_THE_PERSON)], ...SIGN_IN },
    { address: `${AREA}/luot-xem/{organisationId}` },
  ),
  get('/van-phong/so-bo/xuat-ca-nhan', {
    sees: [WORK_WITH_PEOPLE],
    denied: [but(OFFICES, WORK_WITH_PEOPLE)],
    ...SIGN_IN,
  }),
  post(
    '/van-phong/so-bo/xuat-ca-nhan',
    { purpose: 'contact', format: 'csv' },
    { does: [WORK_WITH_PEOPLE], denied: [but(OFFICES, WORK_WITH_PEOPLE)], ...SIGN_IN },
  ),
  get('/van-phong/ban-xuat', { sees: [WORK_WITH_PEOPLE], denied: [but(OFFICES, WORK_WITH_PEOPLE)], ...SIGN_IN }),
  get(
    '/van-phong/ban-xuat/:exportId',
    {
      sees: ['officer'],
      hidden: [but(WORK_WITH_PEOPLE, 'officer')],
      denied: [but(OFFICES, WORK_WITH_PEOPLE)],
      ...SIGN_IN,
    },
    { address: '/van-phong/ban-xuat/{exportId}' },
  ),
  get(
    PROPOSED,
    {
      sees: [TAKE_OUT],
      hidden: [but(WORK_WITH_PEOPLE, TAKE_OUT)],
      denied: [but(OFFICES, WORK_WITH_PEOPLE)],
      ...SIGN_IN,
    },
    ofTwo,
  ),
  // Proposed by the officer, and declined before anybody asks.
  ...[{ act: 'approve' }, { act: 'decline', declineReason: 'x' }].map((form) =>
    post(PROPOSED, { ...form, proposalId: '{exportProposalId}' }, ofTheTwo('admin', 'leader'), ofTwo),
  ),
  post(PROPOSED, { act: 'withdraw', proposalId: '{exportProposalId}' }, ofTheTwo('officer'), ofTwo),
];
