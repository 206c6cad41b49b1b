import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/so-bo', 'pages/organisations.tsx'),
  here.route('van-phong/so-bo/tai', 'pages/organisations-file.ts'),
  here.route('van-phong/so-bo/xuat-ca-nhan', 'pages/persons-export.tsx'),
  here.route('van-phong/ban-xuat/de-nghi/:exportId', 'pages/persons-export-proposal.tsx'),
  here.route('van-phong/so-bo/dem', 'pages/counted.tsx'),
  here.route('van-phong/so-bo/qtdnd', 'pages/credit-funds.tsx'),
  here.route('van-phong/so-bo/:organisationId', 'pages/organisation.tsx'),
  here.route('van-phong/so-bo/:organisationId/sua', 'pages/organisation-edit.tsx'),
  here.route('van-phong/so-bo/:organisationId/tep', 'pages/organisation-files.tsx'),
  here.route('van-phong/so-bo/:organisationId/tep/:attachmentId', 'pages/organisation-file.ts'),
  here.route('van-phong/so-bo/:organisationId/in', 'pages/organisation-print.tsx'),
];
