import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

export default [
  here.route('van-phong/yeu-cau-du-lieu', 'pages/requests.tsx'),
  here.route('van-phong/yeu-cau-du-lieu/:code', 'pages/request.tsx'),
  here.route('van-phong/dong-y', 'pages/consents.tsx'),
  here.route('van-phong/dong-y/in', 'pages/consent-paper.tsx'),
  here.route('van-phong/su-co-du-lieu', 'pages/incidents.tsx'),
  here.route('van-phong/su-co-du-lieu/:number', 'pages/incident.tsx'),
  here.route('van-phong/su-co-du-lieu/:number/thong-bao/:to', 'pages/notice.tsx'),
  here.route('van-phong/luu-tru', 'pages/retention.tsx'),
  here.route('van-phong/luu-tru/:number', 'pages/certificate.tsx'),
];
