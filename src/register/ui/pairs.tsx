import type { ReactNode } from 'react';
import { fieldLabels } from '../messages.vi.ts';
import { cardText as text } from '../messages-pages.vi.ts';
import type { OrganisationView } from '../organisation-view.ts';
import { foundingText, valueText } from '../value-text.ts';

interface PairsProps {
  readonly title: string;
  readonly view: OrganisationView;
  readonly fields: readonly string[];
  readonly founding?: boolean;
  readonly children?: ReactNode;
}

/** Fields of the organisation itself with their values in words. */
export function Pairs({ title, view, fields, founding = false, children }: PairsProps) {
  const { facts } = view.card;
  const sectors = new Map(view.sectors.map((sector) => [sector.code, sector.name]));
  const pairs = [
    ...fields.map((field) => [fieldLabels[field] ?? field, valueText(field, facts[field] ?? null, sectors)] as const),
    ...(founding ? [[text.address, view.addressText] as const] : []),
    ...(founding ? [[fieldLabels.establishedOn ?? '', foundingText(facts)] as const] : []),
  ];
  return (
    <section className="box pad">
      <h2>{title}</h2>
      <dl className="pairs">
        {pairs.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value === '' ? 'muted' : undefined}>{value === '' ? text.facts.unsaid : value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
