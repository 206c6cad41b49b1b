import { type RouteConfigEntry, relative } from '@react-router/dev/routes';

const { route } = relative(import.meta.dirname);

export default [
  route('dang-nhap', './pages/sign-in.tsx'),
  route('dang-nhap/buoc-hai', './pages/second-step.tsx'),
  route('dang-nhap/thiet-lap', './pages/enrol.tsx'),
  route('dang-nhap/oidc', './pages/openid-start.tsx'),
  route('dang-nhap/oidc/ve', './pages/openid-return.tsx'),
  route('dang-xuat', './pages/sign-out.tsx'),
  route('van-phong/tai-khoan', './pages/account.tsx'),
] satisfies RouteConfigEntry[];
