import { Empty } from '#platform/ui/empty.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { hrefs } from '../hrefs.ts';
import { text } from '../messages-pages.vi.ts';
import { periodName } from '../template/words.vi.ts';
import type { ImportsView } from '../views.ts';

/** The workbooks of the open periods, one line per unit. */
export function TemplateBox({ periods, units }: ImportsView['templates']) {
  if (periods.length === 0 || units.length === 0)
    return (
      <section className="box">
        <Empty icon="file" title={text.templates.none}>
          {text.templates.noneWhy}
        </Empty>
      </section>
    );
  return (
    <section className="box" aria-labelledby="template-head">
      <div className="cap">
        <h2 id="template-head">{text.templates.head}</h2>
      </div>
      <table className="fits templates">
        <caption className="sr">{text.templates.caption}</caption>
        <tbody>
          {periods.map((period) =>
            units.map((unit, index) => (
              <tr key={`${period.code} ${unit.code}`}>
                <th scope="row">
                  {unit.shortName}
                  {index === 0 || units.length === 1 ? <small className="muted"> {periodName(period)}</small> : null}
                </th>
                <td className="r">
                  <Download
                    href={hrefs.template(unit.code, period.code, { prefill: true })}
                    label={text.templates.prefilled}
                    says={text.templates.prefilledLabel(unit.shortName, periodName(period))}
                  />
                  <Download
                    href={hrefs.template(unit.code, period.code, { prefill: false })}
                    label={text.templates.empty}
                    says={text.templates.emptyLabel(unit.shortName, periodName(period))}
                  />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

function Download({ href, label, says }: { href: string; label: string; says: string }) {
  return (
    <a className="btn s" href={href} aria-label={says} download>
      <Icon name="download" />
      {label}
    </a>
  );
}
