import { text } from '../messages.pages.vi.ts';
import type { ComposerView, OutlineEntry } from '../views/composer-view.ts';
import { hrefs } from '../views/hrefs.ts';

const words = text.composer;
const PARTS = ['results', 'tasks', 'frame'] as const;

/** The outline of the report: the open section, and how many places of each ask for the author. */
export function ComposerOutline({ view }: { view: ComposerView }) {
  const done = view.outline.filter((entry) => entry.openCount === 0).length;
  return (
    <nav className="outline" aria-label={words.outline}>
      <div className="tools">
        <h2>{words.outline}</h2>
        <span className="end num">{words.done(done, view.outline.length)}</span>
      </div>
      {PARTS.map((part) => (
        <div key={part}>
          <p className="part">{words[part]}</p>
          <ol>
            {view.outline
              .filter((entry) => entry.part === part)
              .map((entry) => (
                <Entry key={entry.code} entry={entry} view={view} />
              ))}
          </ol>
        </div>
      ))}
    </nav>
  );
}

function Entry({ entry, view }: { entry: OutlineEntry; view: ComposerView }) {
  const isHere = entry.code === view.section.code;
  return (
    <li>
      <a href={hrefs.composer(view.periodCode, entry.code)} aria-current={isHere ? 'page' : undefined}>
        <span className="muted">{entry.number}</span>
        <span>{entry.title}</span>
        {entry.openCount === 0 ? (
          <span className="n ok">✓</span>
        ) : (
          <span className="n">
            {entry.openCount}
            <span className="sr"> {words.open(entry.openCount)}</span>
          </span>
        )}
      </a>
    </li>
  );
}
