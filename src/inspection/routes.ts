import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/chon-mau', 'pages/sample.tsx'),
  here.route('van-phong/chon-mau/tai', 'pages/sample-file.ts'),
];
