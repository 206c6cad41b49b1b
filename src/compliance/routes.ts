import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/quan-tri/quy-tac', 'pages/rules.tsx'),
  here.route('van-phong/quan-tri/quy-tac/tai', 'pages/rules-file.ts'),
  here.route('van-phong/so-bo/canh-bao', 'pages/warnings.tsx'),
  here.route('van-phong/so-bo/canh-bao/tai', 'pages/warnings-file.ts'),
  here.route('van-phong/so-bo/:organisationId/tuan-thu', 'pages/compliance.tsx'),
  here.route('van-phong/so-bo/:organisationId/bo-may', 'pages/governance.tsx'),
  here.route('van-phong/so-bo/:organisationId/tai-san', 'pages/assets.tsx'),
];
