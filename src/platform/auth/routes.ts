import { type RouteConfigEntry, relative } from '@react-router/dev/routes';

const { route } = relative(import.meta.dirname);

export default [
  route('dang-nhap', './pages/sign-in.tsx'),
  route('dang-xuat', './pages/sign-out.tsx'),
] satisfies RouteConfigEntry[];
