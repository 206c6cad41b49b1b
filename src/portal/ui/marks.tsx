/** The fixed mark of each unit, north to south, the same in every chart: colour is never the only sign. */
const SHAPES = [
  <circle key="1" cx="6" cy="6" r="5" />,
  <path key="2" d="M1.5 1.5h9v9h-9z" />,
  <path key="3" d="M6 1l5.2 9.5H.8z" />,
  <path key="4" d="M6 .5L11.5 6 6 11.5.5 6z" />,
  <path key="5" d="M6 11L.8 1.5h10.4z" />,
  <path key="6" d="M4 .8h4V4h3.2v4H8v3.2H4V8H.8V4H4z" />,
] as const;

export function UnitMark({ rank }: { rank: number }) {
  return (
    <svg className="mark" viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[(rank - 1) % SHAPES.length]}
    </svg>
  );
}

const GRAIN = 'M-9.4 0C-4.7 -6.5 4.7 -6.5 9.4 0C4.7 6.5 -4.7 6.5 -9.4 0Z';

/** Six linked grains: one for each unit of the ring. */
export function Identity() {
  return (
    <svg
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {[0, 60, 120, 180, 240, 300].map((turn) => (
        <path key={turn} d={GRAIN} transform={`rotate(${turn} 24 24) translate(24 8.9) rotate(30)`} />
      ))}
    </svg>
  );
}
