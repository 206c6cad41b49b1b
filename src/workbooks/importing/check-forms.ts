import type { Decimal } from '#kernel/decimal.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { countRows, registerCounts } from '#register/public.ts';
import { currentAmounts, currentValues, type Finding, previousPeriod, validateValues } from '#reporting/public.ts';
import { FORM_SHEETS } from '../columns.ts';
import type { Message } from '../reading/model.ts';
import type { Finder } from './finder.ts';
import type { FileRead } from './read-file.ts';

const MISSING = 'reporting.value-missing';
const MISSING_NAMED = 6;

/** Checks the figures of the file: cell by cell, across forms, against the register, the period before and the text. */
export async function checkForms(db: ReadDb, read: FileRead, finder: Finder): Promise<void> {
  const { place, definition, content } = read;
  const narrative = content.narrative.filter((section) => section.body !== '');
  const before = currentAmounts(await currentValues(db, place.alliance.id, previousPeriod(place.period.code)));
  const findings = validateValues({
    unitCode: place.alliance.code,
    indicators: definition.indicators,
    values: amountsOf(read),
    counted: await countsOf(db, read),
    previous: before.size > 0 ? before : null,
    narrative: narrative.map((section) => section.body),
  });
  const cells = new Map(
    content.values.filter((value) => value.aspect === 'current').map((value) => [value.indicatorCode, value]),
  );
  const missing = Map.groupBy(
    findings.filter((finding) => finding.code === MISSING),
    (finding) => finding.formCode,
  );
  for (const [form, found] of missing) sayMissing(form, found, read, finder);
  finder.add(
    findings
      .filter((finding) => finding.code !== MISSING)
      .map((finding): Message => {
        const section = finding.narrativeAt === null ? undefined : narrative[finding.narrativeAt];
        const at = section ?? cells.get(finding.indicatorCode);
        const { severity, code, text } = finding;
        return { sheet: at?.sheet ?? sheetOf(finding.formCode), cell: at?.cell ?? '', severity, code, text };
      }),
  );
}

function amountsOf({ content }: FileRead): ReadonlyMap<string, Decimal | null> {
  return new Map(
    content.values.filter((value) => value.aspect === 'current').map((value) => [value.indicatorCode, value.amount]),
  );
}

/** Counts over the rows of the file itself; over the register where the file brings no rows or some are broken. */
async function countsOf(db: ReadDb, { place, definition, content }: FileRead) {
  const { register, funds } = content;
  const { firstDay, lastDay, code } = place.period;
  const isWhole = register.rows.length > 0 && register.broken.size === 0 && funds.broken.size === 0;
  if (isWhole) {
    const counts = countRows(register.rows, funds.rows, {
      firstDay,
      lastDay,
      countedStatuses: definition.countedStatuses,
    });
    // A sector without a row is counted, too: there is none.
    const sectors = definition.sectors.map((sector) => [`sector:${sector.value}`, '0'] as const);
    return new Map([...sectors, ['sector:none', '0'] as const, ...counts]);
  }
  const counts = await registerCounts(db, [place.alliance.id], { code, firstDay, lastDay });
  return counts.get(place.alliance.id) ?? null;
}

/** One sentence a form instead of one a row: a form that nobody has filled yet is one thing to do. */
function sayMissing(form: string, found: readonly Finding[], { definition }: FileRead, finder: Finder): void {
  const byCode = new Map(definition.indicators.map((indicator) => [indicator.code, indicator.name]));
  const names = found
    .slice(0, MISSING_NAMED)
    .map((finding) => byCode.get(finding.indicatorCode) ?? finding.indicatorCode);
  finder.say(sheetOf(form), '', 'workbooks.form.values-missing', { count: found.length, names });
}

function sheetOf(form: string): string {
  return FORM_SHEETS.find((one) => one.form === form)?.sheet ?? '';
}
