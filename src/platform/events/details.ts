import { text } from './messages.vi.ts';

const SHOWN_MAX = 160;

/** What a fact says, in one line: lists by commas, members by names; long text is cut. */
export function detail(value: unknown, max = SHOWN_MAX): string {
  const line = plain(value);
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line;
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(plain).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, item]) => `${name}: ${plain(item)}`)
      .join('; ');
  return String(value);
}
