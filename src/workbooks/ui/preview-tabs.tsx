import { formatNumber } from '#platform/i18n/format.ts';
import { text } from '../messages-pages.vi.ts';
import type { PreviewGroup, PreviewPage } from '../views.ts';

const ORDER: readonly PreviewGroup[] = ['new', 'changed', 'unchanged', 'conflict', 'error', 'look'];

interface PreviewTabsProps {
  readonly page: PreviewPage;
  readonly hrefOf: (group: PreviewGroup) => string;
}

export function PreviewTabs({ page, hrefOf }: PreviewTabsProps) {
  return (
    <nav className="views" aria-label={text.preview.groups}>
      {ORDER.map((group) => (
        <a key={group} href={hrefOf(group)} aria-current={group === page.group ? 'true' : undefined}>
          {text.preview.group[group]}
          <span className="num">{formatNumber(page.sizes[group])}</span>
        </a>
      ))}
    </nav>
  );
}
