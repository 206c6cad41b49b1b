import { formatNumber } from '#platform/i18n/format.ts';
import { fieldId } from '#platform/ui/forms.tsx';
import type { FacetName } from '../facets.ts';
import type { ListAddress } from '../list-address.ts';
import { facetWord, listFields, withoutFacets, writeListAddress } from '../list-address.ts';
import type { ListView } from '../list-view.ts';
import { statusLabels } from '../messages.vi.ts';
import {
  freshnessLabels,
  kindLabels,
  missingLabels,
  periodLabel,
  ratingLabels,
  listText as text,
} from '../messages-pages.vi.ts';

type ChosenFacet = Exclude<FacetName, 'isNew'>;

export interface FacetOption {
  readonly value: string;
  readonly label: string;
}

/** The values of each facet in their order, with what they are called. */
export function facetOptions(view: ListView): Readonly<Record<ChosenFacet, readonly FacetOption[]>> {
  const from = (labels: Readonly<Record<string, string>>, ...without: string[]) =>
    Object.entries(labels)
      .filter(([value]) => !without.includes(value))
      .map(([value, label]) => ({ value, label }));
  return {
    alliances: view.alliances.map((alliance) => ({ value: alliance.code, label: alliance.shortName })),
    statuses: from(statusLabels),
    kinds: from(kindLabels),
    sectors: [
      ...view.sectors.map((sector) => ({ value: sector.code, label: sector.shortName })),
      { value: 'none', label: text.noSector },
    ],
    ratings: from(ratingLabels, 'not-rated'),
    freshness: from(freshnessLabels),
    missing: from(missingLabels),
  };
}

const ORDER: readonly ChosenFacet[] = ['alliances', 'statuses', 'sectors', 'ratings', 'kinds', 'freshness', 'missing'];

/** Words, facets with their counts, period: one form that asks by its address. */
export function Facets({ view, address }: { view: ListView; address: ListAddress }) {
  const options = facetOptions(view);
  const kept = listFields({ ...withoutFacets(address), question: '', periodCode: null });
  return (
    <form className="facet" action="/van-phong/so-bo" aria-label={text.filter}>
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="field">
        <label className="sr" htmlFor={fieldId('tim')}>
          {text.searchLabel}
        </label>
        <input
          className="in"
          id={fieldId('tim')}
          type="search"
          name="tim"
          maxLength={200}
          placeholder={text.searchHint}
          defaultValue={address.question}
        />
      </div>
      {ORDER.filter((facet) => facet !== 'alliances' || view.alliances.length > 1).map((facet) => (
        <FacetGroup key={facet} facet={facet} options={options[facet]} view={view} address={address} />
      ))}
      <label>
        <input type="checkbox" name="moi" value="1" defaultChecked={address.isNew} />
        <span>{text.newOnly}</span>
        <span className="num">{formatNumber(view.page.facets.isNew.get('yes') ?? 0)}</span>
      </label>
      <PeriodChoice view={view} />
      <div className="tools facet-go">
        <button className="btn" type="submit">
          {text.apply}
        </button>
        <a
          className="btn plain"
          href={`/van-phong/so-bo${writeListAddress({ ...withoutFacets(address), question: '' })}`}
        >
          {text.clear}
        </a>
      </div>
    </form>
  );
}

interface FacetGroupProps {
  readonly facet: ChosenFacet;
  readonly options: readonly FacetOption[];
  readonly view: ListView;
  readonly address: ListAddress;
}

/** Values that nobody has are not offered, unless chosen. */
function FacetGroup({ facet, options, view, address }: FacetGroupProps) {
  const counts = view.page.facets[facet];
  const idOf = new Map<string, string>(view.alliances.map((alliance) => [alliance.code, alliance.id]));
  const countOf = (value: string) => counts.get(facet === 'alliances' ? (idOf.get(value) ?? '') : value) ?? 0;
  const offered = options.filter((option) => countOf(option.value) > 0 || address[facet].includes(option.value));
  if (offered.length === 0) return null;
  return (
    <fieldset>
      <legend>{text.facets[facet]}</legend>
      {offered.map((option) => (
        <label key={option.value}>
          <input
            type="checkbox"
            name={facetWord(facet)}
            value={option.value}
            defaultChecked={address[facet].includes(option.value)}
          />
          <span>{option.label}</span>
          <span className="num">{formatNumber(countOf(option.value))}</span>
        </label>
      ))}
    </fieldset>
  );
}

function PeriodChoice({ view }: { view: ListView }) {
  if (view.periods.length < 2) return null;
  return (
    <div className="field">
      <label htmlFor={fieldId('ky')}>{text.period}</label>
      <select className="in" id={fieldId('ky')} name="ky" defaultValue={view.periodCode}>
        {view.periods.map((code) => (
          <option key={code} value={code}>
            {periodLabel(code)}
          </option>
        ))}
      </select>
    </div>
  );
}
