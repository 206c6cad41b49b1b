import { but, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
/** Editors have nothing to do with the register. */
const READERS = but(OFFICES, 'editor', 'editor far');
/** Whose reach has the organisation of NA in it, and who may read it. */
const OF_THE_UNIT = ['admin', 'secretary', 'head', 'leader', 'officer', 'inspector', 'department'] as const;
const ORGANISATION = '/van-phong/so-bo/:organisationId';
const AT = { address: '/van-phong/so-bo/{organisationId}' };
/** Editors of the cluster reach the row and have no right to it, which forms say and pages do not. */
const others = (...who: readonly (typeof OF_THE_UNIT)[number][]) => ({
  denied: [OF_THE_UNIT.filter((one) => one !== 'admin' && !who.includes(one)), 'editor' as const],
  hidden: [but(OFFICES, OF_THE_UNIT, 'editor')],
  ...SIGN_IN,
});

const EDITORS_ASIDE = ['secretary', 'head', 'leader', 'inspector', 'department'] as const;

/** The register: each alliance's own; what lies outside a person's reach does not exist for them. */
export const registerRows = [
  ...['', '/tai', '/dem', '/qtdnd'].map((end) =>
    get(
      `/van-phong/so-bo${end}`,
      { sees: [READERS], denied: ['editor', 'editor far'], ...SIGN_IN },
      end === '/dem'
        ? { address: '/van-phong/so-bo/dem?ky={lockedPeriod}&tu=2024-01-01&den=2024-06-14&dem=counted' }
        : {},
    ),
  ),
  get(ORGANISATION, { sees: [OF_THE_UNIT], hidden: [but(OFFICES, OF_THE_UNIT)], ...SIGN_IN }, AT),
  get(
    `${ORGANISATION}/sua`,
    { sees: ['admin', 'officer'], ...others('officer'), denied: [EDITORS_ASIDE], hidden: [but(OFFICES, OF_THE_UNIT)] },
    { address: '/van-phong/so-bo/{organisationId}/sua' },
  ),
  post(
    `${ORGANISATION}/sua`,
    { seenVersion: '99', name: 'x' },
    { does: ['admin', 'officer'], ...others('officer') },
    { address: '/van-phong/so-bo/{organisationId}/sua' },
  ),
  ...['/in', '/tep'].map((end) =>
    get(
      ORGANISATION + end,
      { sees: [OF_THE_UNIT], hidden: [but(OFFICES, OF_THE_UNIT)], ...SIGN_IN },
      { address: `/van-phong/so-bo/{organisationId}${end}` },
    ),
  ),
  get(
    `${ORGANISATION}/tep/:attachmentId`,
    { sees: [OF_THE_UNIT], hidden: [but(OFFICES, OF_THE_UNIT)], ...SIGN_IN },
    { address: '/van-phong/so-bo/{organisationId}/tep/{attachmentId}' },
  ),
  ...[
    { act: 'attach', title: 'x' },
    { act: 'remove', attachmentId: '{attachmentId}', reason: '' },
    { act: 'remark', words: 'x' },
  ].map((form) =>
    post(
      `${ORGANISATION}/tep`,
      form,
      { does: ['admin', 'officer', 'leader'], ...others('officer', 'leader') },
      { address: '/van-phong/so-bo/{organisationId}/tep' },
    ),
  ),
  post(
    ORGANISATION,
    { act: 'verify', seenVersion: '99', field: 'name', periodCode: '', isVerified: '1' },
    { does: ['admin', 'officer', 'leader'], ...others('officer', 'leader') },
    AT,
  ),
  post(
    ORGANISATION,
    { act: 'decide', conflictId: '{conflictId}', decision: 'kept' },
    { does: ['admin', 'officer', 'leader'], ...others('officer', 'leader') },
    AT,
  ),
  post(
    ORGANISATION,
    { act: 'status', seenVersion: '99', step: 'suspend', effectiveOn: '2024-06-01', evidence: 'x' },
    { does: ['admin', 'officer'], ...others('officer') },
    AT,
  ),
  post(
    ORGANISATION,
    { act: 'show-phone', purpose: 'contact' },
    { does: ['admin', 'officer', 'leader'], ...others('officer', 'leader') },
    AT,
  ),
  get('/api/v1/sectors', { sees: [OFFICES, PUBLIC] }),
  get('/api/v1/organisations', { sees: [READERS], denied: ['editor', 'editor far'], ...SIGN_IN }),
  get(
    '/api/v1/organisations/{id}',
    {
      sees: [OF_THE_UNIT],
      denied: ['editor', 'editor far'],
      hidden: [but(OFFICES, OF_THE_UNIT, 'editor', 'editor far')],
      ...SIGN_IN,
    },
    { address: '/api/v1/organisations/{organisationId}' },
  ),
];
