/** Line icons on an 18-unit grid, 1.5 wide; always beside a word, so hidden from assistive technology. */
const PATHS = {
  inbox: 'M3 10.5 5 4h8l2 6.5V14H3zM3 10.5h3.5l1 2h3l1-2H15',
  book: 'M3.5 3.5h4A1.5 1.5 0 0 1 9 5v9.5a1.5 1.5 0 0 0-1.5-1.2h-4zM14.5 3.5h-4A1.5 1.5 0 0 0 9 5v9.5a1.5 1.5 0 0 1 1.5-1.2h4z',
  calendar:
    'M4.5 4h9A1.5 1.5 0 0 1 15 5.5v8a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 3 13.5v-8A1.5 1.5 0 0 1 4.5 4ZM3 7.5h12M6.5 2.5v3M11.5 2.5v3M6 11h2.5',
  globe:
    'M9 2.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM2.5 9h13M9 2.5c2 1.8 3 4 3 6.5s-1 4.7-3 6.5c-2-1.8-3-4-3-6.5s1-4.7 3-6.5Z',
  search: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM11.5 11.5 15 15',
  lock: 'M5.5 8h7A1.5 1.5 0 0 1 14 9.5v4a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 4 13.5v-4A1.5 1.5 0 0 1 5.5 8ZM6 8V6a3 3 0 0 1 6 0v2',
  info: 'M9 2.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM9 8v4.5M9 5.5v.1',
  warning: 'M9 3 16 15H2zM9 7.5v3.5M9 13v.1',
  close: 'M4.5 4.5 13.5 13.5M13.5 4.5 4.5 13.5',
  menu: 'M3 5h12M3 9h12M3 13h12',
  down: 'M5 7l4 4 4-4',
  left: 'M11 4 6 9l5 5',
  right: 'M7 4l5 5-5 5',
  download: 'M9 3v8M5.5 8 9 11.5 12.5 8M3.5 14.5h11',
  upload: 'M9 11.5v-8M5.5 6.5 9 3l3.5 3.5M3.5 14.5h11',
  print: 'M5 6.5V3h8v3.5M5 12.5H3.5v-6h11v6H13M5 10.5h8V15H5z',
  chart: 'M3 15h12M4.5 15v-5H7v5M8 15V4.5h2.5V15M11.5 15V7.5H14V15',
  shield: 'M9 2.5 14.5 4.5v4.2c0 3.2-2.2 5.6-5.5 6.8-3.3-1.2-5.5-3.6-5.5-6.8V4.5ZM6.5 9l1.8 1.8 3.4-3.6',
  check: 'M3.5 9.5 7 13l7.5-8',
  person: 'M9 3a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM3.5 15.5c.4-3.2 2.6-4.5 5.5-4.5s5.1 1.3 5.5 4.5',
  leave: 'M7 3.5H4v11h3M8 9h7M12 6l3 3-3 3',
  link: 'M7.5 10.5 10.5 7.5M8 5.5 9.5 4a3.2 3.2 0 0 1 4.5 4.5L12.5 10M10 12.5 8.5 14A3.2 3.2 0 0 1 4 9.5L5.5 8',
  file: 'M4.5 2.5h6l3 3v10h-9zM10.5 2.5v3h3M7 9h4M7 12h4',
  pen: 'M3 15l.8-3.2L12 3.6 14.4 6 6.2 14.2ZM10.5 5.1l2.4 2.4',
  clock: 'M9 2.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM9 5v4l2.5 2',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ic" viewBox="0 0 18 18" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

const GRAIN = 'M-9.4 0C-4.7-6.5 4.7-6.5 9.4 0C4.7 6.5-4.7 6.5-9.4 0Z';

/** The mark of the product: six grains of rice linked into a ring. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 48 48" aria-hidden="true">
      {[0, 60, 120, 180, 240, 300].map((turn) => (
        <path key={turn} d={GRAIN} transform={`rotate(${turn} 24 24) translate(24 8.9) rotate(30)`} />
      ))}
    </svg>
  );
}
