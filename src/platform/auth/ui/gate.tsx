import type { ReactNode } from 'react';
import { Mark } from '#platform/ui/icon.tsx';
import { text as frame } from '#platform/ui/messages.vi.ts';
import { usePageFacts } from '#platform/ui/page-facts.tsx';
import { OfficeHead } from '#platform/ui/shell.tsx';
import { text } from '../messages.vi.ts';

const words = text.signIn;

interface GateProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages before the office: what the system is for at the left, one form at the right. */
export function Gate({ title, lead, children }: GateProps) {
  const { isDemo } = usePageFacts();
  return (
    <div className="gate">
      <OfficeHead title={title} />
      <aside aria-label={frame.product}>
        <span className="brand">
          <Mark />
          {frame.product}
        </span>
        <div className="claim">
          <p>{words.claim}</p>
          <dl className="kv">
            {words.points.map(([term, detail]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{detail}</dd>
              </div>
            ))}
          </dl>
        </div>
        <p className="small muted">
          {words.idle} <a href="/">{words.toPortal}</a>
        </p>
      </aside>
      <main id="main">
        <div className="gate-form">
          <span className="brand phone-only">
            <Mark />
            {frame.product}
          </span>
          <div>
            <h1>{title}</h1>
            <p className="muted">{lead}</p>
            {isDemo ? <span className="sample">{frame.sample}</span> : null}
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}
