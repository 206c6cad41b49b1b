import { but, EVERYBODY, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
/** Personal words stay within an alliance: its officers and leaders, and the administrator. */
const OF_THE_ALLIANCE = ['admin', 'leader', 'officer'] as const;
/** Whoever has such a desk somewhere; the cluster's head has none. */
const WITH_A_DESK = [...OF_THE_ALLIANCE, 'leader near', 'leader far', 'officer near', 'officer far'] as const;
/** Of the cluster, or of a department: they reach the rows and have no right to them. */
const OF_THE_CLUSTER = ['secretary', 'head', 'editor', 'inspector', 'department'] as const;

const desk = (route: string) => get(route, { sees: [WITH_A_DESK], denied: [but(OFFICES, WITH_A_DESK)], ...SIGN_IN });
const beyond = {
  denied: [OF_THE_CLUSTER],
  hidden: [but(OFFICES, OF_THE_ALLIANCE, OF_THE_CLUSTER)],
  ...SIGN_IN,
};
const REQUEST = '/van-phong/yeu-cau-du-lieu/:code';
const AT_REQUEST = { address: '/van-phong/yeu-cau-du-lieu/{requestCode}' };
const CONSENTS = '/van-phong/dong-y';
const ABOUT = { organisationId: '{organisationId}' };
const INCIDENT = '/van-phong/su-co-du-lieu/:number';
const AT_INCIDENT = { address: '/van-phong/su-co-du-lieu/{incidentNumber}' };
const ADMIN_ONLY = { denied: [but(OFFICES, 'admin')], ...SIGN_IN };

/** Requests about personal data, consents, breaches, retention. */
export const rightsRows = [
  get('/yeu-cau-du-lieu', { sees: [EVERYBODY] }),
  post('/yeu-cau-du-lieu', { kind: 'view', wish: 'x' }, { does: [EVERYBODY] }),
  get('/yeu-cau-du-lieu/:code', { sees: [EVERYBODY] }, { address: '/yeu-cau-du-lieu/{requestCode}' }),
  post('/yeu-cau-du-lieu/:code', {}, { does: [EVERYBODY] }, { address: '/yeu-cau-du-lieu/{requestCode}' }),
  desk('/van-phong/yeu-cau-du-lieu'),
  get(REQUEST, { sees: [OF_THE_ALLIANCE], ...beyond }, AT_REQUEST),
  post(REQUEST, { act: 'acknowledge' }, { does: [OF_THE_ALLIANCE], ...beyond }, AT_REQUEST),
  post(REQUEST, { intent: 'place', ...ABOUT }, { does: [OF_THE_ALLIANCE], ...beyond }, AT_REQUEST),
  desk(CONSENTS),
  get(
    CONSENTS,
    {
      sees: [OF_THE_ALLIANCE],
      denied: [but(OFFICES, WITH_A_DESK)],
      hidden: [WITH_A_DESK.filter((who) => / /.test(who))],
      ...SIGN_IN,
    },
    { address: '/van-phong/dong-y?to-chuc={organisationId}', when: 'of an organisation' },
  ),
  get(
    '/van-phong/dong-y/in',
    { sees: [OF_THE_ALLIANCE], ...beyond },
    { address: '/van-phong/dong-y/in?to-chuc={organisationId}' },
  ),
  post(
    CONSENTS,
    {
      ...ABOUT,
      intent: 'give',
      personRole: 'representative',
      personName: 'x',
      givenOn: '2024-07-08',
      channel: 'paper',
      'purposes[]': 'portrait',
    },
    { does: [OF_THE_ALLIANCE], ...beyond },
  ),
  post(
    CONSENTS,
    { ...ABOUT, intent: 'withdraw', consentId: '{organisationId}' },
    { does: [OF_THE_ALLIANCE], ...beyond },
  ),
  post(CONSENTS, { ...ABOUT, intent: 'hold', reason: 'x', ground: 'x' }, { does: [OF_THE_ALLIANCE], ...beyond }),
  desk('/van-phong/su-co-du-lieu'),
  post(
    '/van-phong/su-co-du-lieu',
    { unit: 'LMHTX-NA', title: 'x' },
    { does: [OF_THE_ALLIANCE], denied: [but(OFFICES, OF_THE_ALLIANCE)], ...SIGN_IN },
  ),
  get(INCIDENT, { sees: [OF_THE_ALLIANCE], ...beyond }, AT_INCIDENT),
  post(INCIDENT, { what: 'step', phase: 'contain', note: 'x' }, { does: [OF_THE_ALLIANCE], ...beyond }, AT_INCIDENT),
  get(
    `${INCIDENT}/thong-bao/:to`,
    { sees: [OF_THE_ALLIANCE], ...beyond },
    { address: '/van-phong/su-co-du-lieu/{incidentNumber}/thong-bao/co-quan' },
  ),
  get('/van-phong/luu-tru', { sees: ['admin'], ...ADMIN_ONLY }),
  post('/van-phong/luu-tru', {}, { does: ['admin'], ...ADMIN_ONLY }),
  get(
    '/van-phong/luu-tru/:number',
    { sees: ['admin'], ...ADMIN_ONLY },
    { address: '/van-phong/luu-tru/{certificateNumber}' },
  ),
];
