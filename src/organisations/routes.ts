import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/to-chuc', 'pages/overview.tsx'),
  here.route('van-phong/to-chuc/lien-minh/:code', 'pages/alliance.tsx'),
];
