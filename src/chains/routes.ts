import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/so-bo/chuoi-gia-tri', 'pages/chains.tsx'),
  here.route('van-phong/so-bo/:organisationId/chuoi-gia-tri', 'pages/organisation-chains.tsx'),
];
