import type { Expected } from './model.ts';
import { but, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
const LEADERS = ['head', 'head far', 'leader', 'leader near', 'leader far'] as const;
/** Whose units the person is in: the leader of the alliance and of its cluster. */
const OWN_LEADERS = ['head', 'leader'] as const;
const OTHER_LEADERS = but(LEADERS, OWN_LEADERS);
const NO_LEADER = but(OFFICES, 'admin', LEADERS);

const BY_ADMIN: Expected = { does: ['admin'], denied: [but(OFFICES, 'admin')], ...SIGN_IN };
/** A leader who does not see the person is told that there is none; one who does may change nothing. */
const ON_A_PERSON: Expected = {
  does: ['admin'],
  denied: [OWN_LEADERS, NO_LEADER],
  hidden: [OTHER_LEADERS],
  ...SIGN_IN,
};
const PERSON = { address: '/van-phong/nguoi-dung/{personId}' };
const REVIEW = '/van-phong/ra-soat-quyen/:quarter/:unit';
const OWN_REVIEW = { address: '/van-phong/ra-soat-quyen/2024-Q3/alliance:LMHTX-NA' };
const DELEGATION = '/van-phong/uy-quyen/:delegation';
const OWN_DELEGATION = { address: '/van-phong/uy-quyen/{delegationId}' };
/** Who gave it, their leaders, who inspects them; the delegate is none of the persons here. */
const SEE_THE_DELEGATION = ['admin', 'head', 'leader', 'inspector'] as const;
const placement = { persona: 'officer', unit: 'alliance:LMHTX-NA', from: '2024-01-01' };

/** Accounts are the administrator's; a leader sees the own unit, signs its review and gives the own signature away. */
export const peopleRows = [
  ...['', '/tai'].map((end) =>
    get(`/van-phong/nguoi-dung${end}`, { sees: ['admin', LEADERS], denied: [NO_LEADER], ...SIGN_IN }),
  ),
  get('/van-phong/nguoi-dung/them', { sees: ['admin'], denied: [but(OFFICES, 'admin')], ...SIGN_IN }),
  post('/van-phong/nguoi-dung/them', { login: 'x', name: 'x', ...placement }, BY_ADMIN),
  get(
    '/van-phong/nguoi-dung/:person',
    { sees: ['admin', OWN_LEADERS], denied: [NO_LEADER], hidden: [OTHER_LEADERS], ...SIGN_IN },
    PERSON,
  ),
  ...[
    { act: 'give', ...placement },
    { act: 'move', ...placement },
    { act: 'end', role: 'officer', scope: 'alliance:LMHTX-NA', validFrom: '2024-01-01', from: '' },
    { act: 'close', from: '2024-01-01', reason: 'x' },
    { act: 'reopen' },
    { act: 'sessions' },
    { act: 'password' },
  ].map((form) => post('/van-phong/nguoi-dung/:person', form, ON_A_PERSON, PERSON)),
  get('/van-phong/ra-soat-quyen', { sees: ['admin', LEADERS], denied: [NO_LEADER], ...SIGN_IN }),
  get(REVIEW, { sees: ['admin', OWN_LEADERS], denied: [NO_LEADER], hidden: [OTHER_LEADERS], ...SIGN_IN }, OWN_REVIEW),
  post(
    REVIEW,
    { note: '' },
    { does: ['admin', 'leader'], denied: [but(OFFICES, 'admin', 'leader')], ...SIGN_IN },
    OWN_REVIEW,
  ),
  get('/van-phong/uy-quyen', { sees: [OFFICES], ...SIGN_IN }),
  get('/van-phong/uy-quyen/moi', { sees: ['admin', LEADERS], denied: [NO_LEADER], ...SIGN_IN }),
  post(
    '/van-phong/uy-quyen/moi',
    {
      fromAccountId: '{leaderId}',
      scope: 'alliance:LMHTX-NA',
      to: '{leaderId}',
      kind: 'KT',
      firstDay: '2024-07-08',
      lastDay: '2024-07-09',
      fromTitle: 'x',
      toTitle: 'x',
      signerName: 'x',
      ground: 'x',
    },
    { does: ['admin', 'leader'], denied: [but(OFFICES, 'admin', 'leader')], ...SIGN_IN },
  ),
  get(
    DELEGATION,
    { sees: [SEE_THE_DELEGATION], hidden: [but(OFFICES, SEE_THE_DELEGATION)], ...SIGN_IN },
    OWN_DELEGATION,
  ),
  post(
    DELEGATION,
    { reason: 'x' },
    { does: ['admin', 'leader'], denied: [but(OFFICES, 'admin', 'leader')], ...SIGN_IN },
    OWN_DELEGATION,
  ),
];
