import { formatNumber } from '#platform/i18n/format.ts';
import { Icon } from '#platform/ui/icon.tsx';
import type { ListAddress } from '../list-address.ts';
import { firstPage, listFields, toggled, withoutFacets, writeListAddress } from '../list-address.ts';
import type { ListColumn } from '../list-columns.ts';
import { LIST_COLUMNS } from '../list-columns.ts';
import type { ListView } from '../list-view.ts';
import { listText as text } from '../messages-pages.vi.ts';
import { facetOptions } from './facets.tsx';

const LIST = '/van-phong/so-bo';

/** Ready-made filters as tabs. */
export function Views({ view, address }: { view: ListView; address: ListAddress }) {
  const bare = withoutFacets(address);
  const { unfiltered, found } = view.page;
  const stale = ['over-12-months', 'over-24-months', 'never'];
  const views = [
    { label: text.all, count: found, address: bare },
    { label: text.isNew, count: unfiltered.isNew.get('yes') ?? 0, address: { ...bare, isNew: true } },
    {
      label: text.stale,
      count: stale.reduce((sum, value) => sum + (unfiltered.freshness.get(value) ?? 0), 0),
      address: { ...bare, freshness: stale },
    },
    {
      label: text.noRevenue,
      count: unfiltered.missing.get('revenue') ?? 0,
      address: { ...bare, missing: ['revenue'] },
    },
  ];
  const here = writeListAddress(firstPage(address));
  return (
    <nav className="views" aria-label={text.views}>
      {views.map((one) => {
        const search = writeListAddress(one.address);
        return (
          <a key={one.label} href={`${LIST}${search}`} aria-current={search === here ? 'true' : undefined}>
            {one.label}
            <span className="num">{formatNumber(one.count)}</span>
          </a>
        );
      })}
    </nav>
  );
}

/** What narrows the list now, each with a link that lets it go. */
export function ChosenFacets({ view, address }: { view: ListView; address: ListAddress }) {
  const options = facetOptions(view);
  const facets = ['alliances', 'statuses', 'sectors', 'ratings', 'kinds', 'freshness', 'missing'] as const;
  const chosen = facets.flatMap((facet) =>
    address[facet].map((value) => ({
      key: `${facet} ${value}`,
      label: options[facet].find((option) => option.value === value)?.label ?? value,
      without: toggled(address, facet, value),
    })),
  );
  const all = [
    ...(address.question
      ? [{ key: 'tim', label: `“${address.question}”`, without: { ...firstPage(address), question: '' } }]
      : []),
    ...chosen,
    ...(address.isNew ? [{ key: 'moi', label: text.newOnly, without: { ...firstPage(address), isNew: false } }] : []),
  ];
  if (all.length === 0) return null;
  return (
    <p className="chosen small">
      <span className="muted">{text.chosen}</span>
      {all.map((one) => (
        <a
          key={one.key}
          className="chip"
          href={`${LIST}${writeListAddress(one.without)}`}
          aria-label={text.remove(one.label)}
        >
          {one.label}
          <Icon name="close" />
        </a>
      ))}
    </p>
  );
}

/** Which columns, how dense. */
export function TableTools({ address, columns }: { address: ListAddress; columns: readonly ListColumn[] }) {
  const other = { ...address, isRoomy: !address.isRoomy };
  return (
    <span className="end">
      <details className="pick">
        <summary className="tog">{text.columns(columns.length, LIST_COLUMNS.length)}</summary>
        <form className="pick-pop" action={LIST} aria-label={text.columnsTitle}>
          {listFields({ ...address, columns: null }).map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <fieldset>
            <legend>{text.columnsTitle}</legend>
            {LIST_COLUMNS.map((column) => (
              <label key={column.word}>
                <input type="checkbox" name="cot" value={column.word} defaultChecked={columns.includes(column)} />
                {column.label}
              </label>
            ))}
          </fieldset>
          <button className="btn s" type="submit">
            {text.columnsApply}
          </button>
        </form>
      </details>
      <a className="tog" href={`${LIST}${writeListAddress(other)}`}>
        {address.isRoomy ? text.dense : text.roomy}
      </a>
    </span>
  );
}

/** A menu of files without what belongs to persons; the way to a file with it is another, and asks why. */
export function ExportMenu({ view, address }: { view: ListView; address: ListAddress }) {
  const fields = listFields(firstPage(address));
  return (
    <details className="pick">
      <summary className="btn">
        <Icon name="download" />
        {text.exporting}
      </summary>
      <form className="pick-pop" action={`${LIST}/tai`}>
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <p>{text.exportHint(view.page.total)}</p>
        <p className="small muted">{text.exportColumns}</p>
        <p className="tools">
          <button className="btn s" type="submit" name="dang" value="xlsx">
            {text.xlsx}
          </button>
          <button className="btn s" type="submit" name="dang" value="csv">
            {text.csv}
          </button>
        </p>
        {view.personalWithin.length > 0 ? (
          <p className="small">
            <a href={`${LIST}/xuat-ca-nhan${writeListAddress(firstPage(address))}`}>{text.personal}</a>
          </p>
        ) : null}
      </form>
    </details>
  );
}
