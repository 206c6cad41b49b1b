import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/du-lieu-ca-nhan', 'pages/data-map.tsx'),
  here.route('van-phong/du-lieu-ca-nhan/tai', 'pages/data-map-file.ts'),
  here.route('van-phong/du-lieu-ca-nhan/ho-so-danh-gia', 'pages/assessment.tsx'),
  here.route('van-phong/du-lieu-ca-nhan/ho-so-danh-gia/tai', 'pages/assessment-file.ts'),
  here.route('van-phong/du-lieu-ca-nhan/luot-xem', 'pages/readers.tsx'),
  here.route('van-phong/du-lieu-ca-nhan/luot-xem/:organisationId', 'pages/reads.tsx'),
  here.route('van-phong/ban-xuat', 'pages/kept-exports.tsx'),
  here.route('van-phong/ban-xuat/:exportId', 'pages/kept-export-file.ts'),
];
