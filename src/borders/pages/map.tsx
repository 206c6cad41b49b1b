import { load } from '#platform/http/submit.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import registerCss from '#register/ui/register.css?url';
import { figureText } from '../figures.ts';
import type { MapAddress, MapView } from '../map-view.ts';
import { readMap, readMapAddress } from '../map-view.ts';
import { compareText, mapText as text } from '../messages.vi.ts';
import bordersCss from '../ui/borders.css?url';
import { DayField } from '../ui/comparison-form.tsx';
import { areaHref, MapLegend, MapPicture } from '../ui/map-picture.tsx';
import { MeasureField } from '../ui/measure-field.tsx';
import type { Route } from './+types/map.ts';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const address = readMapAddress(new URL(args.request.url).searchParams, ctx.today);
    return { address, view: await readMap(ctx, address) };
  });

export default function MapPage({ loaderData }: Route.ComponentProps) {
  const { address, view } = loaderData;
  const isEmpty = view.areas.every((area) => area.figure.value === null);
  return (
    <Shell
      title={text.title}
      crumbs={[{ label: compareText.register, href: '/van-phong/so-bo' }, { label: text.title }]}
    >
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <link rel="stylesheet" href={bordersCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={text.sub}
        actions={
          <a
            className="btn"
            href={`/van-phong/so-bo/dia-gioi?dem=${encodeURIComponent(address.measure)}&den=${address.on}`}
          >
            {text.compare}
          </a>
        }
      />
      <MapForm address={address} view={view} />
      {isEmpty ? (
        <div className="box">
          <Empty icon="globe" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        <>
          <p className="small borders-skip">
            <a href="#bang-so">{text.skip}</a>
          </p>
          <div className="borders-map">
            <figure aria-label={text.mapLabel(view.measure.label, address.on)}>
              <MapPicture address={address} view={view} />
              <figcaption className="small muted">
                {view.measure.label}, {formatDate(address.on)}
              </figcaption>
            </figure>
            <MapLegend view={view} />
          </div>
        </>
      )}
      <div className="borders-notes">
        <p>{compareText.edition(view.bordersOn, view.bordersOn)}</p>
        {view.outside === null ? null : <p>{text.outside(figureText(view.measure, view.outside))}</p>}
        {view.grouping.by === 'district' ? <p>{text.districtNote}</p> : null}
        <p>{text.reach}</p>
        <p>{text.islands}</p>
        <p>{text.licence}</p>
      </div>
      {isEmpty ? null : <Twin address={address} view={view} />}
    </Shell>
  );
}

function MapForm({ address, view }: { address: MapAddress; view: MapView }) {
  return (
    <form className="borders-form" action="/van-phong/so-bo/ban-do" aria-label={text.title}>
      <MeasureField measures={view.measures} chosen={address.measure} />
      <DayField name="ngay" label={text.day} value={formatDate(address.on)} isWrong={address.isDayWrong} />
      <div className="field">
        <label htmlFor="f-lop">{text.layer}</label>
        <select className="in" id="f-lop" name="lop" defaultValue={address.layer}>
          {Object.entries(text.layers).map(([layer, label]) => (
            <option key={layer} value={layer}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="f-tinh">{text.province}</label>
        <select className="in" id="f-tinh" name="tinh" defaultValue={address.provinceCode ?? ''}>
          <option value="">{text.allProvinces}</option>
          {view.provinces.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button className="btn primary" type="submit">
        {text.go}
      </button>
    </form>
  );
}

/** The same numbers as a table, the largest first. */
function Twin({ address, view }: { address: MapAddress; view: MapView }) {
  const nameOf = new Map(view.provinces.map(({ code, name }) => [code, name]));
  const known = view.areas
    .filter((area) => area.figure.value !== null)
    .toSorted((a, b) => Number(b.figure.value) - Number(a.figure.value));
  return (
    <section id="bang-so">
      <h2>{text.table}</h2>
      <TableBox label={text.table}>
        <table className="cards borders-table">
          <thead>
            <tr>
              <th scope="col">{text.area}</th>
              <th scope="col">{text.province_}</th>
              <th scope="col" className="r">
                {view.measure.label}
              </th>
            </tr>
          </thead>
          <tbody>
            {known.map((area) => (
              <tr key={area.code}>
                <th scope="row">
                  <a href={areaHref(address, view, area)}>{area.name}</a>
                </th>
                <td data-label={text.province_}>{nameOf.get(area.provinceCode)}</td>
                <td className="r" data-label={view.measure.label}>
                  {figureText(view.measure, area.figure.value)}
                  {area.figure.dividedUnits > 0 ? (
                    <small>
                      {area.figure.apportioned === null
                        ? compareText.partly(area.figure.dividedUnits)
                        : compareText.apportioned(
                            figureText(view.measure, area.figure.apportioned),
                            area.figure.dividedUnits,
                          )}
                    </small>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
