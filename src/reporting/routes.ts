import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/ky', 'pages/periods.tsx'),
  here.route('van-phong/ky/mo', 'pages/open-period.tsx'),
  here.route('van-phong/ky/:period/bang', 'pages/period-board.tsx'),
  here.route('van-phong/ky/:period/tong-hop', 'pages/consolidation.tsx'),
  here.route('van-phong/tong-hop', 'pages/consolidation-start.tsx'),
];
