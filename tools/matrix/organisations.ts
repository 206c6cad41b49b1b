import { but, EVERYBODY, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
const AREA = '/van-phong/to-chuc';
const BY_ADMIN = { does: ['admin'], denied: [but(OFFICES, 'admin')], ...SIGN_IN } as const;
const KEEP_TERMS = ['admin', 'secretary'] as const;
const SEE_HANDOVER = ['admin', 'secretary', 'head'] as const;

const UNIT = `${AREA}/lien-minh/:code`;
const OWN_UNIT = { address: `${AREA}/lien-minh/LMHTX-NA` };
const CLUSTER = `${AREA}/cum/:cluster`;
const OWN_CLUSTER = { address: `${AREA}/cum/CUM-BTB` };
const HANDOVER = `${CLUSTER}/ban-giao`;
const OWN_HANDOVER = { address: `${AREA}/cum/CUM-BTB/ban-giao` };
const MERGERS = '/van-phong/quan-tri/sap-xep';
const NO_SUCH = '018f0000-0000-7000-8000-000000000000';
const MERGER = { address: `${MERGERS}/{mergerId}` };

const FROM = { from: '2024-01-01', reason: 'x' };
const NAMES = { name: 'x', shortName: 'x', provinceName: 'x', provinceCode: '40', geographicRank: '2' };
const POST = { title: 'x', person: 'khuyet', capacity: 'holder', protocolRank: '1', from: '2024-01-01' };
const MERGE = {
  mergerId: NO_SUCH,
  kind: 'merge',
  successor: 'LMHTX-NA',
  effectiveOn: '2024-01-01',
  decisionNo: 'x',
  ...NAMES,
};

/** Who was what when: looked up by every office and, in part, by everybody; set by administrators and secretaries. */
export const organisationRows = [
  get(AREA, { sees: [OFFICES], ...SIGN_IN }),
  post(AREA, { act: 'alliance', code: 'x', ...FROM, ...NAMES }, BY_ADMIN),
  post(AREA, { act: 'cluster', code: 'x', name: 'x', shortName: 'x', from: '2024-01-01' }, BY_ADMIN),
  get(UNIT, { sees: [OFFICES], ...SIGN_IN }, OWN_UNIT),
  ...[
    { act: 'name', from: '2024-01-01', reason: '', ...NAMES },
    { act: 'founding', foundedOn: '1993-10-31', reason: '' },
    { act: 'close', on: '2024-01-01', reason: 'x' },
    { act: 'reopen', reason: 'x' },
    { act: 'fill', ...POST, title: '' },
    { act: 'correct-position', positionId: NO_SUCH, from: '2024-01-01', reason: '' },
    { act: 'department', departmentId: '', name: 'x', rank: '1', from: '2024-01-01', until: '2023-01-01' },
  ].map((form) => post(UNIT, form, BY_ADMIN, OWN_UNIT)),
  get(CLUSTER, { sees: [OFFICES], ...SIGN_IN }, OWN_CLUSTER),
  ...[
    { act: 'join', allianceCode: 'LMHTX-NA', validFrom: '2024-01-01' },
    { act: 'membership', allianceCode: 'LMHTX-NA', recordedFrom: '2024-01-01', ...FROM },
  ].map((form) => post(CLUSTER, form, BY_ADMIN, OWN_CLUSTER)),
  post(
    CLUSTER,
    { act: 'name', name: 'Cụm Bắc Trung Bộ', shortName: 'Cụm Bắc Trung Bộ', ...FROM },
    BY_ADMIN,
    OWN_CLUSTER,
  ),
  ...[
    { act: 'appoint', office: 'head', allianceCode: 'LMHTX-NA', personId: '', from: '2024-01-01', until: '2023-01-01' },
    { act: 'term', termId: '{termId}', ...FROM },
  ].map((form) =>
    post(CLUSTER, form, { does: [KEEP_TERMS], denied: [but(OFFICES, KEEP_TERMS)], ...SIGN_IN }, OWN_CLUSTER),
  ),
  get(HANDOVER, { sees: [SEE_HANDOVER], denied: [but(OFFICES, SEE_HANDOVER)], ...SIGN_IN }, OWN_HANDOVER),
  post(
    HANDOVER,
    { act: 'hand-over', toCode: 'LMHTX-HT', endsOn: '2020-01-01', from: '2020-01-01', personId: '' },
    BY_ADMIN,
    OWN_HANDOVER,
  ),
  post(
    HANDOVER,
    { act: 'package' },
    { does: [KEEP_TERMS], denied: [but(OFFICES, KEEP_TERMS)], ...SIGN_IN },
    OWN_HANDOVER,
  ),
  get(
    `${HANDOVER}/:packageId/tai`,
    { sees: [SEE_HANDOVER], denied: [but(OFFICES, SEE_HANDOVER)], ...SIGN_IN },
    { address: `${AREA}/cum/CUM-BTB/ban-giao/{packageId}/tai` },
  ),
  get(MERGERS, { sees: ['admin'], denied: [but(OFFICES, 'admin')], ...SIGN_IN }),
  post(MERGERS, MERGE, BY_ADMIN),
  get(`${MERGERS}/:mergerId`, { sees: ['admin'], denied: [but(OFFICES, 'admin')], ...SIGN_IN }, MERGER),
  ...[
    { act: 'approve', proposalId: '{mergerProposal}' },
    { act: 'decline', proposalId: '{mergerProposal}', declineReason: 'x' },
    { act: 'undo', reason: '' },
  ].map((form) => post(`${MERGERS}/:mergerId`, form, BY_ADMIN, MERGER)),
  // Proposed by an administrator who is none of these, and declined before anybody asks.
  post(
    `${MERGERS}/:mergerId`,
    { act: 'withdraw', proposalId: '{mergerProposal}' },
    { denied: [OFFICES], ...SIGN_IN },
    MERGER,
  ),
  get('/gioi-thieu/co-cau', { sees: [EVERYBODY] }),
  ...['/api/v1/clusters', '/api/v1/alliances'].map((route) => get(route, { sees: [EVERYBODY] })),
  get('/api/v1/clusters/{code}', { sees: [EVERYBODY] }, { address: '/api/v1/clusters/CUM-BTB' }),
  ...['', '/positions'].map((end) =>
    get(`/api/v1/alliances/{code}${end}`, { sees: [EVERYBODY] }, { address: `/api/v1/alliances/LMHTX-NA${end}` }),
  ),
];
