import { type Decimal, subtract, sum } from '#kernel/decimal.ts';
import { formatNumber, MISSING } from '#platform/i18n/format.ts';
import { StateChip } from '#platform/ui/state-chip.tsx';
import type { Board, BoardUnit } from '../board.ts';
import { hrefs } from '../hrefs.ts';
import { board as words } from '../messages.screens.vi.ts';

/** Declared beside counted for the number of cooperatives, with the badge of what nobody has explained yet. */
export function ComparedTable({ board }: { board: Board }) {
  const total = (pick: (unit: BoardUnit) => Decimal | null) => {
    const known = board.units.map(pick).filter((amount) => amount !== null);
    return known.length === board.units.length ? sum(known) : null;
  };
  const [declared, counted] = [total((unit) => unit.declared), total((unit) => unit.counted)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="box" aria-label={words.compared.title} tabIndex={0}>
      <div className="cap">
        <h2>{words.compared.title}</h2>
        <span className="end">{words.compared.end(board.call.period.lastDay)}</span>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col" className="r">
              {words.compared.declared}
            </th>
            <th scope="col" className="r">
              {words.compared.counted}
            </th>
            <th scope="col" className="r">
              {words.compared.gap}
            </th>
            <th scope="col">{words.compared.state}</th>
          </tr>
        </thead>
        <tbody>
          {board.units.map((unit) => (
            <UnitRow key={unit.code} unit={unit} period={board.call.period.code} />
          ))}
          <tr>
            <th scope="row">
              <b>{words.compared.total}</b>
            </th>
            <td className="r">
              <b>{formatNumber(declared)}</b>
            </td>
            <td className="r">
              <b>{formatNumber(counted)}</b>
            </td>
            <td className="r">
              <b>{gapText(declared, counted)}</b>
            </td>
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function UnitRow({ unit, period }: { unit: BoardUnit; period: string }) {
  const href = hrefs.consolidation(period, 'B01', { indicator: 'HTX.SO', unit: unit.code, period });
  return (
    <tr>
      <th scope="row">{unit.shortName}</th>
      <td className="r">{unit.declared === null ? MISSING : <a href={href}>{formatNumber(unit.declared)}</a>}</td>
      <td className="r">{formatNumber(unit.counted)}</td>
      <td className="r">{gapText(unit.declared, unit.counted)}</td>
      <td>
        <UnitBadge unit={unit} />
      </td>
    </tr>
  );
}

function UnitBadge({ unit }: { unit: BoardUnit }) {
  if (unit.declared === null) return <span className="muted">{MISSING}</span>;
  if (unit.unreconciled === 0)
    return (
      <StateChip tone="ok" sign="✓">
        {words.compared.agreed}
      </StateChip>
    );
  return (
    <StateChip tone="warn" sign="≠">
      {words.compared.waiting(unit.unreconciled)}
    </StateChip>
  );
}

function gapText(declared: Decimal | null, counted: Decimal | null): string {
  if (declared === null || counted === null) return MISSING;
  const gap = subtract(counted, declared);
  return gap.startsWith('-') ? `−${formatNumber(gap.slice(1))}` : gap === '0' ? '0' : `+${formatNumber(gap)}`;
}
