import type { Import, Source } from './source.ts';

/** Downwards only: a slice may use the public face of those on lower steps, never of its own step or above. */
const STEP: Readonly<Record<string, number>> = {
  kernel: 0,
  platform: 1,
  legal: 2,
  places: 2,
  organisations: 3,
  register: 4,
  borders: 5,
  compliance: 5,
  membership: 5,
  reporting: 5,
  workbooks: 6,
  chains: 6,
  review: 7,
  rights: 7,
  portal: 8,
  reorganisation: 8,
  inspection: 8,
  installation: 9,
  privacy: 8,
  people: 8,
  demo: 9,
};

/** The pure words everyone speaks may lean on these only. */
const KERNEL_PACKAGES: ReadonlySet<string> = new Set(['big.js', 'uuid', 'zod']);

interface Place {
  /** `kernel`, `platform`, a slice, or undefined for the composition files and what stands outside `src`. */
  readonly area: string | undefined;
  /** The path below the area: `commands/import-workbooks.ts`. */
  readonly inside: string;
}

/** One sentence for each import that the table of STYLE.md forbids. */
export function boundaryProblems(source: Source): readonly string[] {
  return source.imports.flatMap((each) => {
    const problem = problemOf(source, each);
    return problem ? [`${source.file}:${each.line} imports ${each.target}: ${problem}`] : [];
  });
}

function problemOf(source: Source, each: Import): string | undefined {
  const from = placeOf(source.file);
  if (from.area === undefined || isTest(source.file)) return undefined;
  if (!each.isOurs) return packageProblem(from, each);
  const to = placeOf(each.target);
  if (to.area === undefined) return rootProblem(source.file, each);
  if (from.area !== to.area) return crossProblem(from.area, to, source.file);
  return from.area === 'kernel' || from.area === 'platform' ? undefined : layerProblem(from.inside, to.inside, each);
}

function packageProblem(from: Place, each: Import): string | undefined {
  if (from.area === 'kernel' && !KERNEL_PACKAGES.has(each.target)) return 'the kernel leans on nothing outside';
  const isDriver = each.target === 'pg' && !(from.area === 'platform' && from.inside.startsWith('db/'));
  return isDriver ? 'only src/platform/db speaks to the driver' : undefined;
}

function rootProblem(file: string, each: Import): string | undefined {
  if (!each.target.startsWith('src/')) return undefined;
  if (file.startsWith('src/platform/testing/') || each.target.includes('/+types/')) return undefined;
  return each.isTypeOnly && each.target === 'src/system.ts'
    ? undefined
    : 'the composition files use the slices, not the other way round';
}

function crossProblem(from: string, to: Place, file: string): string | undefined {
  const area = to.area ?? '';
  const [own, theirs] = [STEP[from], STEP[area]];
  if (own === undefined || theirs === undefined)
    return `${own === undefined ? from : area} has no step in tools/boundaries.ts`;
  if (theirs >= own) return 'imports go downwards only';
  if (theirs <= 1) return undefined;
  const isFace =
    ['public.ts', 'public.tsx'].includes(to.inside) || to.inside === 'messages.vi.ts' || to.inside.endsWith('.css');
  const isFactory = to.inside === 'testing.ts' && isTestHelper(file);
  return isFace || isFactory ? undefined : 'another slice is used through its public.ts only';
}

/** Within a slice, by what the files are. */
function layerProblem(from: string, to: string, each: Import): string | undefined {
  const kind = from.split('/')[0] ?? '';
  const target = to.split('/')[0] ?? '';
  if (kind === 'model.ts' && !each.isTypeOnly && !isPure(target)) return 'model.ts holds types and leans on pure files';
  if (kind === 'rules.ts' && ['queries.ts', 'commands', 'pages', 'ui'].includes(target)) return 'rules are pure';
  if (kind === 'queries.ts' && ['commands', 'pages'].includes(target)) return 'queries only read';
  if (kind === 'commands' && ['pages', 'ui'].includes(target)) return 'a command knows no page';
  if (kind === 'commands' && target === 'commands' && !each.isTypeOnly)
    return 'a command does not call another command';
  if (isFaceFile(kind) && ['queries.ts', 'commands', 'pages'].includes(target) && !each.isTypeOnly)
    return 'what is only shown neither reads nor writes';
  return undefined;
}

function isFaceFile(kind: string): boolean {
  return kind === 'ui' || kind.startsWith('messages');
}

function isPure(target: string): boolean {
  return !['queries.ts', 'commands', 'pages', 'ui'].includes(target);
}

function placeOf(file: string): Place {
  const [top, area = '', ...rest] = file.split('/');
  if (top !== 'src' || rest.length === 0 || area === 'cli') return { area: undefined, inside: file };
  return { area, inside: rest.join('/') };
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

function isTestHelper(file: string): boolean {
  return /(^|\/)testing[^/]*\.ts$/.test(file) || file.includes('/testing/');
}
