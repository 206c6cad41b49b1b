const COUNTED = ['operating', 'suspended', 'ceased', 'dissolving'];
const STOPPED = ['suspended', 'ceased', 'dissolving'];
const AGRICULTURE = ['nong-nghiep', 'lam-nghiep', 'thuy-san', 'diem-nghiep'];

const RATINGS: Readonly<Record<string, readonly string[]>> = {
  good: ['good'],
  fair: ['fair'],
  average: ['average'],
  weak: ['weak'],
  none: ['none'],
  'good-fair': ['good', 'fair'],
  rated: ['good', 'fair', 'average', 'weak'],
};

/** What the register's list is narrowed by; words of its address. */
interface Narrowing {
  readonly statuses: readonly string[];
  readonly kind?: string;
  readonly sectors?: readonly string[];
  readonly ratings?: readonly string[];
  readonly isNew?: boolean;
}

/**
 * The list of the register whose rows stand behind a count. Sums over all cooperatives lead to all of them: a sum has no
 * narrower list.
 */
export function registerHref(unitCode: string, periodCode: string, countedBy: string): string {
  if (countedBy.startsWith('funds')) return `/van-phong/so-bo/qtdnd?ky=${periodCode}`;
  const { statuses, kind = 'cooperative', sectors = [], ratings = [], isNew = false } = narrowingOf(countedBy);
  const search = new URLSearchParams([
    ['lien-minh', unitCode],
    ['loai', kind],
    ...statuses.map((status) => ['tinh-trang', status]),
    ...sectors.map((sector) => ['linh-vuc', sector]),
    ...ratings.map((rating) => ['xep-loai', rating]),
    ...(isNew ? [['moi', '1']] : []),
    ['ky', periodCode],
  ]);
  return `/van-phong/so-bo?${search}`;
}

function narrowingOf(countedBy: string): Narrowing {
  const [name = '', detail = ''] = countedBy.split(':');
  if (name === 'sector') return { statuses: COUNTED, sectors: [detail] };
  if (name === 'rating') return { statuses: ['operating'], ratings: RATINGS[detail] ?? [] };
  switch (countedBy) {
    case 'operating':
      return { statuses: ['operating'] };
    case 'stopped':
      return { statuses: STOPPED };
    case 'agricultural':
      return { statuses: COUNTED, sectors: AGRICULTURE };
    case 'established-in-period':
      return { statuses: COUNTED, isNew: true };
    case 'established-agricultural':
      return { statuses: COUNTED, isNew: true, sectors: AGRICULTURE };
    case 'unions':
      return { statuses: ['operating', 'suspended'], kind: 'cooperative-union' };
    default:
      return { statuses: COUNTED };
  }
}
