import { type RouteConfigEntry, relative } from '@react-router/dev/routes';

const { route } = relative(import.meta.dirname);

export default [
  route('van-phong/nguoi-dung', './pages/people.tsx'),
  route('van-phong/nguoi-dung/tai', './pages/people-file.ts'),
  route('van-phong/nguoi-dung/them', './pages/new-person.tsx'),
  route('van-phong/nguoi-dung/:person', './pages/person.tsx'),
  route('van-phong/ra-soat-quyen', './pages/reviews.tsx'),
  route('van-phong/ra-soat-quyen/:quarter/:unit', './pages/review.tsx'),
  route('van-phong/uy-quyen', './pages/delegations.tsx'),
  route('van-phong/uy-quyen/moi', './pages/new-delegation.tsx'),
  route('van-phong/uy-quyen/:delegation', './pages/delegation.tsx'),
] satisfies RouteConfigEntry[];
