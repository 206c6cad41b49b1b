import { clean } from '#kernel/text-vi.ts';
import { IDENTITY_SHEET, TEMPLATE } from '../columns.ts';
import { cellIn } from '../reading/address.ts';
import type { PhysicalBook } from '../reading/model.ts';
import type { Finder } from './finder.ts';

/** What the very hidden sheet says of the workbook; empty text where it says nothing. */
export interface Identity {
  readonly template: string;
  readonly version: string;
  readonly unit: string;
  readonly period: string;
  readonly hash: string;
  readonly isDemo: boolean;
}

/** The workbook's own statement of what it is; undefined when it is none of ours. */
export function readIdentity(book: PhysicalBook): Identity | undefined {
  const sheet = book.sheets.find((one) => one.name === IDENTITY_SHEET);
  if (!sheet) return undefined;
  const pairs = new Map(
    sheet.rows.map((row) => {
      const text = (column: number) => {
        const content = cellIn(row, column)?.content;
        if (content?.kind === 'text') return clean(content.text);
        return content?.kind === 'number' ? String(content.number) : '';
      };
      return [text(1).toLowerCase(), text(2)];
    }),
  );
  const of = (key: string) => pairs.get(key) ?? '';
  return {
    template: of('template'),
    version: of('version'),
    unit: of('unit'),
    period: of('period'),
    hash: of('hash'),
    isDemo: of('demo') === '1',
  };
}

/** Who the workbook was taken for where it does not say so itself: chosen on the screen of upload. */
export interface AssumedPlace {
  readonly unitCode: string;
  readonly periodCode: string;
}

/** Says what stands in the way of taking this workbook for what it says it is; undefined when nothing can be read. */
export function placeOf(
  identity: Identity | undefined,
  assumed: AssumedPlace | undefined,
  finder: Finder,
): AssumedPlace | undefined {
  if (!identity?.unit || !identity.period) {
    if (!assumed) finder.say('', '', 'workbooks.template.foreign', {});
    else finder.say('', '', 'workbooks.template.foreign-taken', { unit: assumed.unitCode, period: assumed.periodCode });
    return assumed;
  }
  if (identity.template !== TEMPLATE.name) {
    finder.say('', '', 'workbooks.template.other-kind', { template: identity.template });
    return undefined;
  }
  checkVersion(identity, finder);
  if (assumed && assumed.unitCode !== identity.unit) {
    finder.say('', '', 'workbooks.template.other-unit', { stated: identity.unit, chosen: assumed.unitCode });
  }
  if (assumed && assumed.periodCode !== identity.period) {
    finder.say('', '', 'workbooks.template.other-period', { stated: identity.period, chosen: assumed.periodCode });
  }
  return { unitCode: identity.unit, periodCode: identity.period };
}

function checkVersion({ version }: Identity, finder: Finder): void {
  if (version === TEMPLATE.version) return;
  const isOlder = Number(version) < Number(TEMPLATE.version);
  const code = isOlder ? 'workbooks.template.older' : 'workbooks.template.newer';
  finder.say('', '', code, { version, current: TEMPLATE.version });
}
