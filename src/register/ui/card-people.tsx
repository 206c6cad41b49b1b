import { formatNumber, formatShare } from '#platform/i18n/format.ts';
import { Note } from '#platform/ui/empty.tsx';
import { AGRICULTURAL_SECTORS } from '../counting.ts';
import { partsOf, unsplitMembers } from '../member-parts.ts';
import { fieldLabels } from '../messages.vi.ts';
import { tabText } from '../messages-card.vi.ts';
import { cardText as text } from '../messages-pages.vi.ts';
import type { Facts } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';

const words = tabText.members;

/** Members and workers by category, each with its share of the whole. */
export function CardPeople({ facts }: { facts: Facts }) {
  const unsplit = unsplitMembers(facts);
  return (
    <section className="box pad">
      <h2>{words.title}</h2>
      <dl className="pairs">
        {(['membersTotal', 'workersRegular'] as const).flatMap((whole) => {
          const { total, parts } = partsOf(facts, whole);
          return [
            <Count key={whole} label={fieldLabels[whole] ?? whole} count={total} />,
            ...parts.map(({ field, count, share }) => (
              <Count key={field} label={fieldLabels[field] ?? field} count={count}>
                {share === null ? null : words.shareOf(formatShare(share))}
              </Count>
            )),
          ];
        })}
        {unsplit === null || unsplit === 0 ? null : <Count label={words.unsplit} count={unsplit} />}
      </dl>
    </section>
  );
}

interface CountProps {
  readonly label: string;
  readonly count: number | null;
  readonly children?: React.ReactNode;
}

function Count({ label, count, children }: CountProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={count === null ? 'muted' : undefined}>
        {count === null ? text.facts.unknown : formatNumber(count)}
        {children ? <small className="muted"> · {children}</small> : null}
      </dd>
    </div>
  );
}

/** Whether the main sector is agriculture; without one the organisation is counted apart, and the card says so (REG-06). */
export function SectorGroup({ view }: { view: OrganisationView }) {
  const { sectorCode } = view.card.facts;
  if (typeof sectorCode !== 'string')
    return (
      <Note tone="warn">
        <b>{words.noSector}.</b> {words.noSectorWhy}
      </Note>
    );
  return (
    <p className="small group-of">
      <span className="muted">{words.group}:</span>{' '}
      {AGRICULTURAL_SECTORS.includes(sectorCode) ? words.agricultural : words.other}
    </p>
  );
}
