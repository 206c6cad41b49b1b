import { type Decimal, divide } from '#kernel/decimal.ts';
import type { Dong } from '#kernel/money.ts';
import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatDongFull, formatNumber } from '#platform/i18n/format.ts';
import { cleanChoice, cleanYesNo } from '../cleaning/choice.ts';
import { cleanDate, cleanDay, type PartialDate } from '../cleaning/date.ts';
import type { UsualEncoding } from '../cleaning/legacy-text.ts';
import { cleanCount, cleanDong, cleanNumber, type NumberOptions } from '../cleaning/number.ts';
import { cleanPhone } from '../cleaning/phone.ts';
import { answered, type Cleaned, type RawCell } from '../cleaning/result.ts';
import { cleanDigits, cleanTaxCode } from '../cleaning/tax-code.ts';
import { cleanText } from '../cleaning/text.ts';
import type { Choice, Column } from '../columns/model.ts';
import type { PhysicalCell } from '../reading/model.ts';
import type { Finder } from './finder.ts';

const COMMUNE_CODE_LENGTH = 5;
const NO_CELL: RawCell = { content: { kind: 'empty' }, font: '' };
/** The register says the same of a code, with its own words. */
const SAID_ELSEWHERE = new Set(['workbooks.cell.code-check-digit']);

/** What a cell gave: a value, nothing, or nothing because it must be mended. */
export interface Taken<T> {
  readonly value: T | undefined;
  readonly isBroken: boolean;
}

export interface CellTerms {
  readonly sheet: string;
  readonly finder: Finder;
  /** Days after this one are refused. */
  readonly today: IsoDate;
  readonly usual: UsualEncoding | undefined;
  readonly sectors: readonly Choice[];
}

/** Reads the cells of one sheet as their columns say; messages and questions go to the finder. */
export class CellReader {
  readonly terms: CellTerms;

  constructor(terms: CellTerms) {
    this.terms = terms;
  }

  text(column: Column, cell: PhysicalCell | undefined): Taken<string> {
    return this.#take(column, cell, cleanText(cell ?? NO_CELL, { usual: this.terms.usual }));
  }

  narrative(column: Column, cell: PhysicalCell | undefined): Taken<string> {
    return this.#take(column, cell, cleanText(cell ?? NO_CELL, { usual: this.terms.usual, isNarrative: true }));
  }

  choice(column: Column, cell: PhysicalCell | undefined): Taken<string> {
    const choices = column.list === 'sectors' ? this.terms.sectors : column.choices;
    return this.#take(column, cell, cleanChoice(cell ?? NO_CELL, choices, this.terms.usual));
  }

  yesNo(column: Column, cell: PhysicalCell | undefined): Taken<boolean> {
    return this.#take(column, cell, cleanYesNo(cell ?? NO_CELL, this.terms.usual));
  }

  code(column: Column, cell: PhysicalCell | undefined): Taken<string> {
    return this.#take(column, cell, cleanTaxCode(cell ?? NO_CELL));
  }

  communeCode(column: Column, cell: PhysicalCell | undefined): Taken<string> {
    return this.#take(column, cell, cleanDigits(cell ?? NO_CELL, COMMUNE_CODE_LENGTH));
  }

  phone(column: Column, cell: PhysicalCell | undefined): Taken<string> {
    return this.#take(column, cell, cleanPhone(cell ?? NO_CELL));
  }

  day(column: Column, cell: PhysicalCell | undefined): Taken<IsoDate> {
    const { today, usual } = this.terms;
    return this.#take(column, cell, cleanDay(cell ?? NO_CELL, { today, usual }));
  }

  dayOrCoarser(column: Column, cell: PhysicalCell | undefined): Taken<PartialDate> {
    const { today, usual } = this.terms;
    return this.#take(column, cell, cleanDate(cell ?? NO_CELL, { today, usual, mayBeCoarse: true }));
  }

  count(column: Column, cell: PhysicalCell | undefined): Taken<number> {
    return this.#take(column, cell, cleanCount(cell ?? NO_CELL, this.#numberTerms(column)));
  }

  dong(column: Column, cell: PhysicalCell | undefined): Taken<Dong> {
    return this.#take(column, cell, cleanDong(cell ?? NO_CELL, this.#numberTerms(column)));
  }

  number(column: Column, cell: PhysicalCell | undefined, options: NumberOptions): Taken<Decimal> {
    const cleaned = cleanNumber(cell ?? NO_CELL, { ...options, ...this.#numberTerms(column) });
    return this.#take(column, cell, cleaned, (value) =>
      value === undefined ? shown(value) : formatNumber(divide(value, String(options.entryScale ?? 1)) ?? value),
    );
  }

  #numberTerms(column: Column) {
    const answers = new Set(this.terms.finder.answers[this.#key(column)] ?? []);
    return { answers, usual: this.terms.usual, mayBeNegative: column.mayBeNegative };
  }

  #key(column: Column): string {
    return `${this.terms.sheet}!${column.code}`;
  }

  #take<T>(
    column: Column,
    cell: PhysicalCell | undefined,
    given: Cleaned<T>,
    show: (value: T | undefined) => string = shown,
  ): Taken<T> {
    const { finder, sheet } = this.terms;
    const answer = finder.answers[this.#key(column)]?.find((one) => answered(given, one) !== given);
    const cleaned = answered(given, answer);
    const address = cell?.address ?? '';
    switch (cleaned.state) {
      case 'empty':
        return { value: undefined, isBroken: false };
      case 'value':
        for (const note of cleaned.notes) {
          if (!SAID_ELSEWHERE.has(note.code)) finder.say(sheet, address, note.code, note.facts);
        }
        return { value: cleaned.value, isBroken: false };
      case 'problem':
        finder.say(sheet, address, cleaned.code, cleaned.facts);
        return { value: undefined, isBroken: true };
      case 'ask': {
        const { text } = finder.say(sheet, address, cleaned.code, cleaned.facts);
        const readings = cleaned.readings.map((reading) => ({ answer: reading.answer, shown: show(reading.value) }));
        finder.ask({
          key: this.#key(column),
          sheet,
          cell: address,
          head: column.head,
          code: cleaned.code,
          text,
          readings,
        });
        return { value: undefined, isBroken: true };
      }
    }
  }
}

/** A reading as the person who chooses sees it. */
function shown(value: unknown): string {
  if (value === undefined) return '(để trống)';
  if (typeof value === 'bigint') return formatDongFull(value);
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'object' && value !== null && 'day' in value) return formatDate((value as PartialDate).day);
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text as IsoDate);
  return /^-?\d+(\.\d+)?$/.test(text) ? formatNumber(text) : text;
}
