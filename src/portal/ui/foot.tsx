import { formatNumber } from '#platform/i18n/format.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { text } from '../messages.vi.ts';
import { fixedPages, structureText } from '../messages-pages.vi.ts';
import type { SiteIdentity, Visits } from '../model.ts';

/** Who answers for the portal, where to go, how many came. An entry that nobody has filled says so. */
export function Foot({ site, visits }: { site: SiteIdentity; visits: Visits | null }) {
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="foot-grid">
          <section>
            <h2>{site.owner || text.fallbackOwner}</h2>
            <dl>
              <Entry name={text.foot.owner} value={site.owner} />
              <Entry name={text.foot.responsible} value={site.responsible} />
              <Entry name={text.foot.address} value={site.address} />
              <Entry name={text.foot.phone} value={site.phone} />
              <Entry name={text.foot.email} value={site.email} />
              <Entry name={text.foot.licence} value={site.licence} />
            </dl>
          </section>
          <nav aria-label={text.foot.about}>
            <h2>{text.foot.about}</h2>
            <ul>
              {Object.entries(fixedPages).map(([slug, page]) => (
                <li key={slug}>
                  <a href={`/trang/${slug}`}>{page.title}</a>
                </li>
              ))}
              <li>
                <a href="/gioi-thieu/co-cau">{structureText.title}</a>
              </li>
              <li>
                <a href="/yeu-cau-du-lieu">{text.foot.dataRequest}</a>
              </li>
              <li>
                <a href="/kiem-chung">{text.verify.title}</a>
              </li>
              <li>
                <a href="/van-phong">{text.foot.office}</a>
              </li>
            </ul>
          </nav>
          {visits ? <VisitCount visits={visits} /> : null}
        </div>
        <p className="legal">
          <span>{text.foot.reuse}</span>
          <span className="tab">{text.foot.version(packageJson.version)}</span>
        </p>
      </div>
    </footer>
  );
}

function Entry({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value || <span className="muted">{text.foot.missing}</span>}</dd>
    </>
  );
}

function VisitCount({ visits }: { visits: Visits }) {
  return (
    <section className="visits">
      <h2>{text.foot.visits}</h2>
      <dl>
        <dt>{text.foot.online}</dt>
        <dd>{formatNumber(visits.online)}</dd>
        <dt>{text.foot.today}</dt>
        <dd>{formatNumber(visits.today)}</dd>
        <dt>{text.foot.total}</dt>
        <dd>{formatNumber(visits.total)}</dd>
      </dl>
      <p className="small muted">{text.foot.counted}</p>
    </section>
  );
}
