/** Parts of screens that other slices draw on; apart from `public.ts`, which also the command line loads. */
export { CardFrame } from './ui/card-frame.tsx';
