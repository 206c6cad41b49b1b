import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/chon-mau', 'pages/sample.tsx'),
  here.route('van-phong/chon-mau/tai', 'pages/sample-file.ts'),
  here.route('van-phong/chon-mau/:sampleId', 'pages/kept-sample.tsx'),
  here.route('van-phong/chon-mau/:sampleId/tai', 'pages/findings-file.ts'),
  here.route('van-phong/ket-qua-kiem-tra', 'pages/findings.tsx'),
  here.route('van-phong/luot-xem', 'pages/own-visits.tsx'),
];
