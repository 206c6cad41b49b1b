import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/nhap-excel', 'pages/imports.tsx'),
  here.route('van-phong/nhap-excel/mau/:unit/:file', 'pages/template-file.ts'),
  here.route('van-phong/nhap-excel/cho/:uploadId', 'pages/upload.tsx'),
  here.route('van-phong/nhap-excel/cho/:uploadId/loi', 'pages/upload-errors.ts'),
  here.route('van-phong/nhap-excel/:importId', 'pages/import.tsx'),
  here.route('van-phong/nhap-excel/:importId/tep', 'pages/import-file.ts'),
];
