import { formatNumber } from '#platform/i18n/format.ts';
import type { SnapshotFile } from '#review/public.ts';
import { text } from '../messages.vi.ts';
import { asOf } from './figures.tsx';

/** What dates and proves the figures of an article: cut-off, lock, source, method, hash, download. */
export interface Fact {
  readonly asOf: string;
  readonly source: string;
  readonly method: string;
  readonly definition: string;
  readonly hash: string;
}

export function factOf(file: SnapshotFile): Fact {
  const { snapshot } = file;
  const definition = snapshot.definitions.find((one) => one.code === 'HTX.SO');
  return {
    asOf: asOf(file),
    source: text.article.sourceValue(snapshot.cluster.shortName, snapshot.version),
    method: text.article.shareMethod(formatNumber(snapshot.figures['HTX.SO']?.current.total ?? null)),
    definition: definition?.definition ?? '',
    hash: file.hash,
  };
}

export function FactBox({ fact }: { fact: Fact }) {
  return (
    <aside className="fact" aria-label={text.article.factBox}>
      <b>{fact.asOf}</b>
      <dl>
        <dt>{text.article.source}</dt>
        <dd>{fact.source}</dd>
        <dt>{text.article.method}</dt>
        <dd>{fact.method}</dd>
        <dt>{text.article.definition}</dt>
        <dd>{fact.definition}</dd>
        <dt>{text.article.hash}</dt>
        <dd className="hash">{fact.hash}</dd>
        <dt>{text.article.download}</dt>
        <dd>
          <a href="/so-lieu/HTX.SO/tai?dang=csv">CSV</a> · <a href="/so-lieu/HTX.SO/tai?dang=json">JSON</a> ·{' '}
          <a href="/so-lieu">{text.home.figuresMore}</a>
        </dd>
      </dl>
    </aside>
  );
}
