import type { RouteConfigEntry } from '@react-router/dev/routes';
import { relative } from '@react-router/dev/routes';

const here = relative(import.meta.dirname);

/** The portal, with the public pages of other slices in its frame. */
export const portalWith = (others: readonly RouteConfigEntry[]) => [
  here.layout('pages/frame.tsx', [
    here.index('pages/home.tsx'),
    here.route('tin', 'pages/news.tsx'),
    here.route('tin/:slug', 'pages/article.tsx'),
    here.route('thong-bao', 'pages/announcements.tsx'),
    here.route('thong-bao/:slug', 'pages/announcement.tsx'),
    here.route('van-ban', 'pages/documents.tsx'),
    here.route('so-lieu', 'pages/figures.tsx'),
    here.route('so-lieu/nguon', 'pages/figure-source.tsx'),
    here.route('tra-cuu', 'pages/finder.tsx'),
    here.route('tra-cuu/ho-so', 'pages/membership-follow.tsx'),
    here.route('kiem-chung', 'pages/verify.tsx'),
    here.route('yeu-cau-du-lieu', 'pages/data-request.tsx'),
    here.route('yeu-cau-du-lieu/:code', 'pages/data-request-follow.tsx'),
    here.route('gioi-thieu/co-cau', 'pages/structure.tsx'),
    here.route('trang/:page', 'pages/fixed-page.tsx'),
    ...others,
  ]),
  here.route('robots.txt', 'pages/robots.ts'),
  here.route('.well-known/security.txt', 'pages/security-text.ts'),
  here.route('anh/:file', 'pages/picture-file.ts'),
  here.route('so-lieu/:indicator/tai', 'pages/figures-file.ts'),
  here.route('van-phong/cong-tin', 'pages/office-news.tsx'),
  here.route('van-phong/cong-tin/tu-hoi-nghi', 'pages/office-conference-news.tsx'),
  here.route('van-phong/cong-tin/:slug/dinh-chinh', 'pages/office-correction.tsx'),
  here.route('van-phong/cong-tin/:slug/anh', 'pages/office-picture.tsx'),
];
