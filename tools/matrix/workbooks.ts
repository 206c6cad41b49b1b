import type { Who } from './model.ts';
import { but, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
/** Importing is for those who work for a whole unit. */
const NO_IMPORTS = ['editor', 'editor far', 'department'] as const;
/** Whoever may import for some unit, so that they can ask for an upload; only the uploader finds it. */
const IMPORTERS = [
  'admin',
  'leader',
  'leader near',
  'leader far',
  'officer',
  'officer near',
  'officer far',
  'head',
  'head far',
] as const;
const UPLOAD = '/van-phong/nhap-excel/cho/:uploadId';
const IMPORT = '/van-phong/nhap-excel/:importId';
const SEES_IMPORT = ['admin', 'secretary', 'leader', 'officer', 'inspector'] as const;
const FINDS_IMPORT = [...SEES_IMPORT, 'head', 'editor', 'department'] as const;
const ofTheUnit = (...may: readonly Who[]) => ({
  does: [may],
  denied: [but(FINDS_IMPORT, may)],
  hidden: [but(OFFICES, FINDS_IMPORT)],
  ...SIGN_IN,
});
const ofUploader = {
  denied: [but(OFFICES, IMPORTERS)],
  hidden: [but(IMPORTERS, 'officer')],
  ...SIGN_IN,
};

/** Imports: an alliance's own; an upload that waits is its uploader's alone. */
export const workbookRows = [
  get('/van-phong/nhap-excel', { sees: [but(OFFICES, NO_IMPORTS)], denied: [NO_IMPORTS], ...SIGN_IN }),
  post(
    '/van-phong/nhap-excel',
    { file: '{file}', unit: '', period: '' },
    { does: [IMPORTERS], denied: [but(OFFICES, IMPORTERS)], ...SIGN_IN },
  ),
  get(
    '/van-phong/nhap-excel/mau/:unit/:file',
    {
      sees: ['admin', 'secretary', 'leader', 'officer'],
      denied: [but(OFFICES, 'admin', 'secretary', 'leader', 'officer')],
      ...SIGN_IN,
    },
    { address: '/van-phong/nhap-excel/mau/LMHTX-NA/{openPeriod}.xlsx' },
  ),
  get(
    UPLOAD,
    { sees: ['officer'], hidden: [but(OFFICES, 'officer')], ...SIGN_IN },
    { address: '/van-phong/nhap-excel/cho/{uploadId}' },
  ),
  get(`${UPLOAD}/loi`, { sees: ['officer'], ...ofUploader }, { address: '/van-phong/nhap-excel/cho/{uploadId}/loi' }),
  ...['answer', 'write'].map((act) =>
    post(UPLOAD, { act }, { does: ['officer'], ...ofUploader }, { address: '/van-phong/nhap-excel/cho/{uploadId}' }),
  ),
  // To discard what is not there, or is another's, is done at once: nothing happens.
  post(
    UPLOAD,
    { act: 'discard' },
    { does: [IMPORTERS], denied: [but(OFFICES, IMPORTERS)], ...SIGN_IN },
    { address: '/van-phong/nhap-excel/cho/{uploadId}' },
  ),
  get(
    IMPORT,
    {
      sees: [SEES_IMPORT],
      denied: ['head', 'editor', 'department'],
      hidden: [but(OFFICES, SEES_IMPORT, 'head', 'editor', 'department')],
      ...SIGN_IN,
    },
    { address: '/van-phong/nhap-excel/{importId}' },
  ),
  // The file as it came has names and telephones in it.
  get(
    `${IMPORT}/tep`,
    {
      sees: [but(SEES_IMPORT, 'secretary')],
      denied: ['secretary', 'head', 'editor', 'department'],
      hidden: [but(OFFICES, SEES_IMPORT, 'head', 'editor', 'department')],
      ...SIGN_IN,
    },
    { address: '/van-phong/nhap-excel/{importId}/tep' },
  ),
  ...['undo', 'propose'].map((act) =>
    post(IMPORT, { act }, ofTheUnit('admin', 'officer', 'leader'), { address: '/van-phong/nhap-excel/{importId}' }),
  ),
  // Proposed by the officer, and declined before anybody asks.
  ...[{ act: 'approve' }, { act: 'decline', declineReason: 'x' }].map((form) =>
    post(IMPORT, { ...form, proposalId: '{undoProposalId}' }, ofTheUnit('admin', 'leader'), {
      address: '/van-phong/nhap-excel/{importId}',
    }),
  ),
  post(IMPORT, { act: 'withdraw', proposalId: '{undoProposalId}' }, ofTheUnit('officer'), {
    address: '/van-phong/nhap-excel/{importId}',
  }),
];
