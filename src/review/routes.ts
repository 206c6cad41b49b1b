import { type RouteConfigEntry, relative } from '@react-router/dev/routes';

const { route } = relative(import.meta.dirname);

export default [
  route('van-phong/ky/:period/bao-cao', './pages/report.tsx'),
  route('van-phong/ky/:period/bao-cao/tai/:name', './pages/paper.ts'),
  route('van-phong/ky/:period/soan', './pages/composer.tsx'),
  route('van-phong/soan-bao-cao', './pages/composer-entry.ts'),
  route('van-phong/kho-bao-cao', './pages/archive.tsx'),
  route('van-phong/kiem-chung', './pages/verify.tsx'),
] satisfies RouteConfigEntry[];
