import type { Who } from './model.ts';
import { but, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
const INSPECTORS = ['inspector', 'inspector far'] as const;
const SAMPLE = '/van-phong/chon-mau/:sampleId';
const ADDRESS = '/van-phong/chon-mau/{sampleId}';
const FINDINGS = '/van-phong/ket-qua-kiem-tra';
const WHICH = { sampleId: '{sampleId}', itemNo: '1' };
/** Those who have no business with any inspection. */
const STRANGERS = ['secretary', 'secretary far', 'editor', 'editor far', 'department'] as const;
/** Those who find the sample: it is of one organisation of the own unit. */
const FINDS = ['admin', 'inspector', 'officer', 'leader'] as const;

const inspectorsOnly = (answer: 'sees' | 'does') => ({
  [answer]: ['admin', INSPECTORS],
  denied: [but(OFFICES, 'admin', INSPECTORS)],
  ...SIGN_IN,
});
const ofTheSample = (answer: 'sees' | 'does', ...may: readonly Who[]) => ({
  [answer]: [may],
  denied: [STRANGERS, but(FINDS, may)],
  hidden: [but(OFFICES, FINDS, STRANGERS)],
  ...SIGN_IN,
});

/** Samples and findings: written by inspectors, seen and answered by the unit that they are about. */
export const inspectionRows = [
  get('/van-phong/chon-mau', inspectorsOnly('sees')),
  get('/van-phong/chon-mau/tai', inspectorsOnly('sees'), {
    address: '/van-phong/chon-mau/tai?tu=to-chuc&hat=1&co=1',
  }),
  post('/van-phong/chon-mau', {}, inspectorsOnly('does'), { address: '/van-phong/chon-mau?tu=to-chuc&hat=1&co=1' }),
  ...['', '/tai'].map((end) => get(SAMPLE + end, ofTheSample('sees', ...FINDS), { address: ADDRESS + end })),
  post(SAMPLE, { act: 'find', itemNo: '1', result: 'right' }, ofTheSample('does', 'admin', 'inspector'), {
    address: ADDRESS,
  }),
  post(SAMPLE, { act: 'conclude', conclusion: 'x' }, ofTheSample('does', 'admin', 'inspector'), { address: ADDRESS }),
  get(FINDINGS, { sees: [but(OFFICES, STRANGERS)], denied: [STRANGERS], ...SIGN_IN }),
  post(FINDINGS, { act: 'answer', answer: 'x', ...WHICH }, ofTheSample('does', 'admin', 'officer', 'leader')),
  ...['mended', 'not-mended'].map((act) =>
    post(FINDINGS, { act, ...WHICH }, ofTheSample('does', 'admin', 'inspector')),
  ),
  get('/van-phong/luot-xem', inspectorsOnly('sees')),
];
