import { but, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
/** Editors have nothing to do with organisations. */
const READERS = but(OFFICES, 'editor', 'editor far');
const OF_THE_UNIT = ['admin', 'secretary', 'head', 'leader', 'officer', 'inspector', 'department'] as const;
const RULES = '/van-phong/quan-tri/quy-tac';
const ORGANISATION = '/van-phong/so-bo/:organisationId';
const at = (end: string) => ({ address: `/van-phong/so-bo/{organisationId}${end}` });
const ON_A_RULE = { key: 'vote.special', validFrom: '2024-07-01', seenVersion: '99', why: 'x' };
const NO_ROW = '018f0000-0000-7000-8000-000000000000';

const BY_ADMIN = { does: ['admin'], denied: [but(OFFICES, 'admin')], ...SIGN_IN } as const;
const SEEN = { sees: [OF_THE_UNIT], hidden: [but(OFFICES, OF_THE_UNIT)], ...SIGN_IN };
/** Editors of the cluster reach the row and have no right to it, which forms say and pages do not. */
const KEPT = {
  does: ['admin', 'officer'],
  denied: [but(OF_THE_UNIT, 'admin', 'officer'), 'editor'],
  hidden: [but(OFFICES, OF_THE_UNIT, 'editor')],
  ...SIGN_IN,
} as const;

const remove = { act: 'remove', rowId: NO_ROW, reason: 'x' };

/** Rules are for everybody with an office, changed by the administrator; organisations as in the register. */
export const complianceRows = [
  ...['', '/tai'].map((end) => get(RULES + end, { sees: [OFFICES], ...SIGN_IN })),
  ...[
    { act: 'correct', ...ON_A_RULE, v_: '65', citation: 'x', note: '' },
    { act: 'follow', ...ON_A_RULE, v_: '65', citation: 'x', note: '', from: '01/01/2030' },
    { act: 'confirm', ...ON_A_RULE },
    { act: 'reopen', ...ON_A_RULE },
  ].map((form) => post(RULES, form, BY_ADMIN)),
  ...['', '/tai'].map((end) =>
    get(`/van-phong/so-bo/canh-bao${end}`, { sees: [READERS], denied: ['editor', 'editor far'], ...SIGN_IN }),
  ),
  ...['/tuan-thu', '/bo-may', '/tai-san'].map((end) => get(ORGANISATION + end, SEEN, at(end))),
  post(
    `${ORGANISATION}/tuan-thu`,
    { act: 'save', kind: 'general-meeting', knownOn: '01/03/2024', source: 'x' },
    KEPT,
    at('/tuan-thu'),
  ),
  post(
    `${ORGANISATION}/bo-may`,
    { act: 'save', role: 'director', fullName: 'x', termFrom: '01/03/2024', qualification: 'unknown' },
    KEPT,
    at('/bo-may'),
  ),
  post(
    `${ORGANISATION}/tai-san`,
    { act: 'save', kind: 'other', title: 'x', origin: 'own', state: 'good' },
    KEPT,
    at('/tai-san'),
  ),
  ...['/tuan-thu', '/bo-may', '/tai-san'].map((end) => post(ORGANISATION + end, remove, KEPT, at(end))),
  get('/api/v1/rules', { sees: [OFFICES], ...SIGN_IN }),
  get(
    '/api/v1/organisations/{id}/compliance',
    {
      sees: [OF_THE_UNIT],
      denied: ['editor', 'editor far'],
      hidden: [but(OFFICES, OF_THE_UNIT, 'editor', 'editor far')],
      ...SIGN_IN,
    },
    { address: '/api/v1/organisations/{organisationId}/compliance' },
  ),
];
