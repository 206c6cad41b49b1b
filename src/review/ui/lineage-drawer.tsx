import { Drawer } from '#platform/ui/drawer.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { text } from '../messages.pages.vi.ts';
import type { ShownLineage } from '../views/report-view.ts';

interface LineageDrawerProps {
  readonly lineage: ShownLineage;
  readonly closeHref: string;
  /** The page with the chain of another figure open. */
  readonly hrefOf: (name: string) => string;
}

/** Where a number came from: the number, what the register counts, then the chain downwards to its origin. */
export function LineageDrawer({ lineage, closeHref, hrefOf }: LineageDrawerProps) {
  const { figure, parts, links, cells } = lineage;
  const { indicator } = figure;
  return (
    <Drawer title={text.chain.title} sub={`${indicator.name} · ${figure.place}`} closeHref={closeHref}>
      <p className="big">{figure.text}</p>
      <dl className="eq">
        <div>
          <dt>{text.chain.declared}</dt>
          <dd>{cells.declared}</dd>
        </div>
        <div>
          <dt>{text.chain.counted}</dt>
          <dd>{cells.counted ?? text.chain.none}</dd>
        </div>
        <div className={cells.gap === null ? 'ok' : undefined}>
          <dt>{text.chain.gap}</dt>
          <dd>{cells.gap ?? 0}</dd>
        </div>
      </dl>
      <section className="sect">
        <h3>{text.chain.links}</h3>
        <ol className="chain">
          {links.map((link, index) => (
            <li key={`${link.kind}-${link.title}`} className={index === links.length - 1 ? 'end' : undefined}>
              <b>{link.href ? <a href={link.href}>{link.title}</a> : link.title}</b>
              <span className="breakable">{link.detail}</span>
              <small>{text.chain.by(link.at, link.by)}</small>
            </li>
          ))}
        </ol>
      </section>
      {parts.length > 0 ? (
        <section className="sect">
          <h3>{text.chain.parts}</h3>
          <dl className="kv">
            {parts.map((part) => (
              <div key={`${part.ref.indicator}-${part.ref.unit}`} className="kv-row">
                <dt>{part.title}</dt>
                <dd>
                  <a
                    className="fig"
                    href={hrefOf(part.ref.unit ? `${part.ref.indicator}/${part.ref.unit}` : part.ref.indicator)}
                  >
                    {part.text}
                  </a>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <p className="small muted">
        <Icon name="info" /> {indicator.definition}
      </p>
    </Drawer>
  );
}
