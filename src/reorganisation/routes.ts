import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/to-chuc/cum/:cluster', 'pages/cluster.tsx'),
  here.route('van-phong/to-chuc/cum/:cluster/ban-giao', 'pages/handover.tsx'),
  here.route('van-phong/to-chuc/cum/:cluster/ban-giao/:packageId/tai', 'pages/package-file.ts'),
  here.route('van-phong/quan-tri/sap-xep', 'pages/mergers.tsx'),
  here.route('van-phong/quan-tri/sap-xep/:mergerId', 'pages/merger.tsx'),
];
