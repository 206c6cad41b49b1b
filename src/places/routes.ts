import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/dia-ban', 'pages/office-places.tsx'),
  here.route('van-phong/dia-ban/:uid', 'pages/office-unit.tsx'),
];

/** Pages that everybody may read; the portal puts its frame around them. */
export const publicRoutes = [
  here.route('dia-ban', 'pages/public-places.tsx'),
  here.route('dia-ban/:uid', 'pages/public-unit.tsx'),
];
