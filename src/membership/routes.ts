import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/so-bo/thanh-vien', 'pages/members.tsx'),
  here.route('van-phong/so-bo/thanh-vien/tai', 'pages/members-file.ts'),
  here.route('van-phong/so-bo/:organisationId/thanh-vien', 'pages/organisation-membership.tsx'),
];
