import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/so-bo/dia-gioi', 'pages/comparison.tsx'),
  here.route('van-phong/so-bo/dia-gioi/tai', 'pages/comparison-file.ts'),
  here.route('van-phong/so-bo/dia-gioi/to-chuc', 'pages/behind.tsx'),
  here.route('van-phong/so-bo/ban-do', 'pages/map.tsx'),
];
