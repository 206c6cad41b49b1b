import type { Indicator } from '#reporting/public.ts';
import { TOTALS } from './columns/totals.ts';
import type { Choice, Column } from './columns.ts';
import {
  CODE_ROW_MARK,
  FORM_COLUMNS,
  FORM_SHEETS,
  FUND_COLUMNS,
  FUND_SHEET,
  GUIDE_SHEET,
  IDENTITY_SHEET,
  LISTS_SHEET,
  NARRATIVE_COLUMNS,
  NARRATIVE_SECTIONS,
  NARRATIVE_SHEET,
  REGISTER_COLUMNS,
  REGISTER_SHEET,
  TEMPLATE,
} from './columns.ts';
import { columnLetters } from './reading/address.ts';

const KIND_WORDS: Readonly<Record<Column['kind'], string>> = {
  'running-number': 'whole number',
  'record-id': 'record id',
  text: 'text',
  choice: 'one of a list',
  'yes-no': 'Có / Không',
  'organisation-code': 'text, 10 digits or 10-3',
  digits: 'text of digits',
  phone: 'telephone number',
  day: 'day',
  'day-or-coarser': 'day, month or year',
  count: 'whole number ≥ 0',
  money: 'amount',
  figure: 'number',
  formula: 'formula, not read',
};

/** The text of docs/workbook.md, from the same definitions as the template. */
export function workbookDocumentation(indicators: readonly Indicator[], sectors: readonly Choice[]): string {
  return [
    head(),
    sheetPart(
      REGISTER_SHEET,
      'One row per cooperative, union or cooperative group. Column A is hidden and holds the id of the record; empty for a new one.',
      REGISTER_COLUMNS,
      sectors,
    ),
    sheetPart(
      FUND_SHEET,
      "One row per people's credit fund. Column A is hidden and holds the id of the record.",
      FUND_COLUMNS,
      sectors,
    ),
    sheetPart(
      'Biểu 01 … Biểu 09',
      'One row per indicator. Rows without a code in `MA` are heads of groups. Amounts are typed in the unit of `DVT` (triệu đồng for money).',
      FORM_COLUMNS,
      sectors,
    ),
    indicatorPart(indicators),
    sheetPart(NARRATIVE_SHEET, 'One row per section of the unit’s own report.', NARRATIVE_COLUMNS, sectors),
    sectionPart(),
  ].join('\n\n');
}

function head(): string {
  return `# The workbook of a unit and period

Written by \`tools/gen-workbook-doc.ts\` from the definitions in \`src/workbooks/columns\`; do not edit.

One file per alliance and period: \`hopluc template half-year --unit LMHTX-NA --period 2024-H1 --out FILE.xlsx\`.
Template \`${TEMPLATE.name}\`, version ${TEMPLATE.version}.

| Sheet | Holds |
|---|---|
| \`${GUIDE_SHEET}\` | what to do, colours, an example row that is not among the data |
| \`${REGISTER_SHEET}\` | the register: cooperatives, unions, groups |
| \`${FUND_SHEET}\` | people's credit funds |
| \`Biểu 01\` … \`Biểu 09\` | the forms, rows from the indicator dictionary |
| \`${NARRATIVE_SHEET}\` | the unit's own text |
| \`${IDENTITY_SHEET}\` | very hidden: key in A, value in B: \`template\`, \`version\`, \`unit\`, \`period\`, \`hash\`, \`demo\` |
| \`${LISTS_SHEET}\` | very hidden: lists behind drop-downs; not read |

On every data sheet one hidden row holds the machine codes of the columns, with \`${CODE_ROW_MARK}\` in column A. Columns are found by these
codes, in any order. Data begin below that row and end at the first wholly empty row. An empty cell means "not known",
never 0; in a round trip it takes back what was known.`;
}

function sheetPart(name: string, what: string, columns: readonly Column[], sectors: readonly Choice[]): string {
  const rows = columns.map((column, index) => {
    const cells = [
      columnLetters(index + 2),
      `\`${column.code}\``,
      column.head,
      typeOf(column, sectors),
      column.unit,
      column.isRequired ? 'yes' : '',
      column.note,
      column.example === '' ? '' : `\`${column.example}\``,
    ];
    return `| ${cells.map(escaped).join(' | ')} |`;
  });
  return `## ${name}\n\n${what}\n\n| | Code | Head | Type | Unit | Required | Rule | Example |\n|---|---|---|---|---|---|---|---|\n${rows.join('\n')}`;
}

function typeOf(column: Column, sectors: readonly Choice[]): string {
  const choices = column.list === 'sectors' ? sectors : column.choices;
  const listed = choices.length === 0 ? '' : `: ${choices.map((choice) => choice.label).join(' · ')}`;
  const sign = column.kind === 'money' && column.mayBeNegative ? ', may be negative' : '';
  return `${KIND_WORDS[column.kind]}${listed}${sign}`;
}

function indicatorPart(indicators: readonly Indicator[]): string {
  const forms = FORM_SHEETS.map(({ form, sheet }) => {
    const rows = indicators
      .filter((indicator) => indicator.formCode === form)
      .map(
        (one) =>
          `| \`${one.code}\` | ${escaped(one.name)} | ${shown(one)} | ${ruleOf(one)} | ${escaped(one.definition)} |`,
      );
    return `### ${sheet}\n\n| Code | Indicator | Unit | How filled | Definition |\n|---|---|---|---|---|\n${rows.join('\n')}`;
  });
  return `## Rows of the forms\n\n${forms.join('\n\n')}`;
}

function shown(indicator: Indicator): string {
  return indicator.entryScale === 1_000_000 ? `triệu ${indicator.unit}` : indicator.unit;
}

function ruleOf(indicator: Indicator): string {
  if (!indicator.isEntered) return `formula \`${indicator.numerator} ÷ ${indicator.denominator}\`, not read`;
  const total = TOTALS[indicator.code];
  const sum = total
    ? `; filled by \`${total.plus.join(' + ')}${total.minus.map((code) => ` − ${code}`).join('')}\``
    : '';
  const counted = indicator.countedBy === null ? '' : '; counted beside';
  return `${indicator.isRequired ? 'required' : 'optional'}${sum}${counted}`;
}

function sectionPart(): string {
  const rows = NARRATIVE_SECTIONS.map((section) => `| \`${section.code}\` | ${section.title} | ${section.prompt} |`);
  return `### Sections\n\n| Code | Section | Asked for |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
