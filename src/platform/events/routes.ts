import { type RouteConfigEntry, relative } from '@react-router/dev/routes';

const { route } = relative(import.meta.dirname);

export default [
  route('van-phong/nhat-ky', './pages/audit.tsx'),
  route('van-phong/nhat-ky/tai', './pages/audit-file.ts'),
] satisfies RouteConfigEntry[];
