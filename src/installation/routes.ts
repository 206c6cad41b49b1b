import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [here.route('van-phong/he-thong', 'pages/health.tsx'), here.route('cai-dat', 'pages/set-up.tsx')];
