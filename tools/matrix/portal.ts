import { but, EVERYBODY, get, OFFICES, PUBLIC, post } from './model.ts';

const SIGN_IN = { 'sign-in': [PUBLIC] };
const PUBLISHERS = ['admin', 'secretary', 'secretary far', 'editor', 'editor far'] as const;
/** Of the cluster whose review the article tells. */
const OF_THE_CLUSTER = ['admin', 'secretary', 'editor'] as const;
const NEWS = '/van-phong/cong-tin/tu-hoi-nghi';
const CORRECTION = '/van-phong/cong-tin/:slug/dinh-chinh';
const PICTURE = '/van-phong/cong-tin/:slug/anh';
const draft = {
  snapshotId: '{snapshotId}',
  when: 'x',
  reportingUnitCode: 'LMHTX-NA',
  sourceLine: 'x',
  penName: 'x',
  tasks: 'x',
};
const published = (route: string, address = route, when = '') => get(route, { sees: [EVERYBODY] }, { address, when });

/** The portal is everybody's; what stands in it is its editors'. */
export const portalRows = [
  ...['/', '/tin', '/thong-bao', '/van-ban', '/so-lieu', '/tra-cuu', '/kiem-chung'].map((route) => published(route)),
  published('/tin/:slug', '/tin/{slug}'),
  published('/so-lieu/nguon', '/so-lieu/nguon?so=HTX.SO/LMHTX-NA@{lockedPeriod}'),
  published('/so-lieu/:indicator/tai', '/so-lieu/HTX.SO/tai'),
  published('/trang/:page', '/trang/pho-bien-phap-luat'),
  get('/thong-bao/:slug', { sees: [EVERYBODY] }, { address: '/thong-bao/{announcement}' }),
  post('/kiem-chung', { file: '{file}' }, { does: [EVERYBODY] }),
  get('/van-phong/cong-tin', { sees: [PUBLISHERS], denied: [but(OFFICES, PUBLISHERS)], ...SIGN_IN }),
  get(NEWS, { sees: [PUBLISHERS], denied: [but(OFFICES, PUBLISHERS)], ...SIGN_IN }),
  post(NEWS, { ...draft, intent: 'preview' }, { does: [PUBLISHERS], denied: [but(OFFICES, PUBLISHERS)], ...SIGN_IN }),
  post(
    NEWS,
    { ...draft, intent: 'publish', snapshotId: '{snapshotId}' },
    { does: [OF_THE_CLUSTER], denied: [but(OFFICES, OF_THE_CLUSTER)], ...SIGN_IN },
  ),
  get(
    CORRECTION,
    { sees: [OF_THE_CLUSTER], denied: [but(OFFICES, OF_THE_CLUSTER)], ...SIGN_IN },
    { address: '/van-phong/cong-tin/{slug}/dinh-chinh' },
  ),
  post(
    CORRECTION,
    { note: 'x' },
    { does: [OF_THE_CLUSTER], denied: [but(OFFICES, OF_THE_CLUSTER)], ...SIGN_IN },
    { address: '/van-phong/cong-tin/{slug}/dinh-chinh' },
  ),
  // Taken back, a page stays and says so; nobody corrects it any more. What is not published yet is nobody's to read.
  published('/tin/:slug', '/tin/{retracted}', 'taken back'),
  published('/api/v1/articles/{slug}', '/api/v1/articles/{retracted}', 'taken back'),
  ...(['retracted', 'draft'] as const).flatMap((state) => [
    get(
      CORRECTION,
      { hidden: [PUBLISHERS], denied: [but(OFFICES, PUBLISHERS)], ...SIGN_IN },
      { address: `/van-phong/cong-tin/{${state}}/dinh-chinh`, when: state },
    ),
    post(
      CORRECTION,
      { note: 'x' },
      { hidden: [PUBLISHERS], denied: [but(OFFICES, PUBLISHERS)], ...SIGN_IN },
      { address: `/van-phong/cong-tin/{${state}}/dinh-chinh`, when: state },
    ),
  ]),
  get('/tin/:slug', { hidden: [EVERYBODY] }, { address: '/tin/{draft}', when: 'draft' }),
  get('/api/v1/articles/{slug}', { hidden: [EVERYBODY] }, { address: '/api/v1/articles/{draft}', when: 'draft' }),
  get(
    PICTURE,
    { sees: [OF_THE_CLUSTER], denied: [but(OFFICES, OF_THE_CLUSTER)], ...SIGN_IN },
    { address: '/van-phong/cong-tin/{slug}/anh' },
  ),
  ...[
    { act: 'put', file: '{file}', alt: 'Một tấm ảnh', credit: 'x' },
    { act: 'remove', file: '{file}' },
  ].map((form) =>
    post(
      PICTURE,
      form,
      { does: [OF_THE_CLUSTER], denied: [but(OFFICES, OF_THE_CLUSTER)], ...SIGN_IN },
      { address: '/van-phong/cong-tin/{slug}/anh' },
    ),
  ),
  get('/anh/:file', { hidden: [EVERYBODY] }, { address: `/anh/${'a'.repeat(64)}.webp`, when: 'no article shows it' }),
  get('/.well-known/security.txt', { hidden: [EVERYBODY] }, { when: 'the site names no mailbox' }),
  published('/robots.txt'),
  published('/api/v1/articles'),
  published('/api/v1/articles/{slug}'),
];
