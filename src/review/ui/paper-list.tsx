import { Icon } from '#platform/ui/icon.tsx';
import { text } from '../messages.pages.vi.ts';
import { hrefs } from '../views/hrefs.ts';
import type { PaperCard } from '../views/report-view.ts';

interface PaperListProps {
  readonly papers: readonly PaperCard[];
  readonly periodCode: string;
  /** Null: of the draft. */
  readonly version: number | null;
}

/** The papers of a review with size and fingerprint, each a download. */
export function PaperList({ papers, periodCode, version }: PaperListProps) {
  return (
    <ul className="files">
      {papers.map((paper) => (
        <li key={paper.name}>
          <a href={hrefs.paper(periodCode, paper.name, version)}>
            <Icon name="download" />
            {text.paperLabels[paper.name] ?? paper.name}
          </a>
          <span className="num muted">
            {paper.byteSize === null ? text.report.madeAnew : text.kilobytes(paper.byteSize)}
          </span>
          {paper.sha256 ? <small className="code">{paper.sha256}</small> : null}
        </li>
      ))}
    </ul>
  );
}
