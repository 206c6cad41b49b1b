import { but, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
const LIST = '/van-phong/so-bo/chuoi-gia-tri';
/** Whose reach has the organisation of NA in it, and who may read it. */
const OF_THE_UNIT = ['admin', 'secretary', 'head', 'leader', 'officer', 'inspector', 'department'] as const;
const PAGE = '/van-phong/so-bo/:organisationId/chuoi-gia-tri';
const AT = { address: '/van-phong/so-bo/{organisationId}/chuoi-gia-tri' };
/** Editors of the cluster reach the row and have no right to it, which forms say and pages do not. */
const OFFICER_ONLY = {
  does: ['admin', 'officer'] as const,
  denied: [but(OF_THE_UNIT, 'admin', 'officer'), 'editor' as const],
  hidden: [but(OFFICES, OF_THE_UNIT, 'editor')],
  ...SIGN_IN,
};

/** Value chains: read with the register, written by the officers of the alliance. */
export const chainRows = [
  get(LIST, { sees: [but(OFFICES, 'editor', 'editor far')], denied: ['editor', 'editor far'], ...SIGN_IN }),
  post(
    LIST,
    { act: 'chain', allianceCode: 'LMHTX-NA', name: 'Chuỗi lúa' },
    { does: ['admin', 'officer'], denied: [but(OFFICES, 'admin', 'officer')], ...SIGN_IN },
  ),
  get(PAGE, { sees: [OF_THE_UNIT], hidden: [but(OFFICES, OF_THE_UNIT)], ...SIGN_IN }, AT),
  post(PAGE, { act: 'link', chainId: 'x', stage: 'sale', beganOn: '01/06/2024' }, OFFICER_ONLY, AT),
  post(PAGE, { act: 'end', linkId: 'x', endedOn: '01/06/2024' }, OFFICER_ONLY, AT),
];
