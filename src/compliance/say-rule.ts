import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import type { DatedRule } from '#legal/public.ts';
import { formatDate, formatDong, formatNumber, formatPercent } from '#platform/i18n/format.ts';
import { ruleTitles } from './messages.titles.vi.ts';
import { figureLabels, sectorLabels, sizeLabels, catalogueText as text, unitLabels } from './messages.vi.ts';
import { cardText } from './messages-pages.vi.ts';
import type { SizeClass, SizeSector, UsedFigure } from './model.ts';
import { ruleContent, shapeOf } from './rule-book.ts';

/** What a dated value is called. */
export function titleOf({ key, note }: Pick<DatedRule, 'key' | 'note'>): string {
  return ruleTitles[key] ?? (note || key);
}

/** A dated value in words. */
export function sayValue(rule: DatedRule): string {
  const shape = shapeOf(rule.key);
  switch (shape) {
    case 'thresholds':
      return thresholds(rule);
    case 'clock': {
      const { n, unit, from, isBefore } = ruleContent(rule, 'clock');
      return `${formatNumber(n)} ${unitLabels[unit] ?? unit} ${isBefore ? 'trước' : 'kể từ'} ${from}`;
    }
    case 'months':
      return orNone(ruleContent(rule, 'months').months, 'tháng');
    case 'years':
      return orNone(ruleContent(rule, 'years').years, 'năm');
    case 'day':
      return formatDate(ruleContent(rule, 'day') as IsoDate);
    case 'classes':
      return ruleContent(rule, 'classes')
        .map((size: SizeClass) => sizeLabels[size])
        .join(', ');
    case 'memberBands': {
      const { smallFrom, mediumOver, largeOver } = ruleContent(rule, 'memberBands');
      return text.bands(
        `${formatNumber(smallFrom)}`,
        `trên ${formatNumber(mediumOver)}`,
        `trên ${formatNumber(largeOver)}`,
        'thành viên',
      );
    }
    case 'capitalBands': {
      const { smallFromBn, mediumFromBn, largeFromBn } = ruleContent(rule, 'capitalBands');
      return text.bands(
        formatNumber(smallFromBn),
        `từ ${formatNumber(mediumFromBn)}`,
        `từ ${formatNumber(largeFromBn)}`,
        'tỷ đồng',
      );
    }
    case 'words':
      return ruleContent(rule, 'words')
        .map((word) => text.services[word] ?? word)
        .join(', ');
    case 'sectors':
      return sectors(ruleContent(rule, 'sectors'));
    case 'measuring':
      return ruleContent(rule, 'measuring').year === 'preceding' ? 'năm trước liền kề' : 'năm đang xét';
    default:
      return sayOther(rule);
  }
}

function thresholds(rule: DatedRule): string {
  const { members, revenueBn, capitalBn } = ruleContent(rule, 'thresholds');
  if (members === null && revenueBn === null && capitalBn === null) return text.noNumber;
  const part = (value: number | null, unit: string) =>
    value === null ? text.noNumber : `≥ ${formatNumber(value)} ${unit}`;
  return `${part(members, 'thành viên')} và (doanh thu ${part(revenueBn, 'tỷ đồng')} hoặc vốn ${part(capitalBn, 'tỷ đồng')})`;
}

function orNone(value: number | null, unit: string): string {
  return value === null ? text.noNumber : `${formatNumber(value)} ${unit}`;
}

function sectors(of: Readonly<Record<string, SizeSector>>): string {
  return [...Map.groupBy(Object.values(of), (sector) => sector)]
    .map(([sector, each]) => `${sectorLabels[sector]}: ${formatNumber(each.length)} lĩnh vực`)
    .join('; ');
}

const LIST_SHOWN = 4;

function sayOther({ key, value, unit }: DatedRule): string {
  if (typeof value === 'number') return `${formatNumber(value)} ${unit}`;
  if (key === 'meeting.delegates-minimum' && Array.isArray(value)) return value.map(sayBand).join('; ');
  if (Array.isArray(value)) {
    const shown = value.slice(0, LIST_SHOWN).map(sayItem).join(', ');
    return value.length > LIST_SHOWN ? `${shown} … (${formatNumber(value.length)})` : shown;
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, each]) => `${text.drawer.parts[name] ?? name}: ${sayItem(each)}`)
      .join('; ');
  return String(value);
}

function sayBand(band: { over: number; upTo: number | null; percent?: number; persons?: number }): string {
  const range =
    band.upTo === null
      ? `trên ${formatNumber(band.over)}`
      : `trên ${formatNumber(band.over)} đến ${formatNumber(band.upTo)}`;
  return `${range}: ${band.persons === undefined ? formatPercent(band.percent ?? 0, 0) : `${formatNumber(band.persons)} người`}`;
}

function sayItem(item: unknown): string {
  if (typeof item === 'string') return parseIsoDate(item) ? formatDate(item as IsoDate) : item;
  if (typeof item === 'number') return formatNumber(item);
  if (typeof item === 'object' && item !== null)
    return Object.values(item)
      .map((part) => sayItem(part))
      .join(' ↔ ');
  return String(item);
}

/** A figure that a rule used, with what it is of. */
export function sayUsed({ name, value, of }: UsedFigure): string {
  const day = parseIsoDate(of);
  // Where the day itself is the fact, it is said once.
  return cardText.usedOf(figureLabels[name], figureValue(name, value), of === value ? '' : day ? formatDate(day) : of);
}

function figureValue(name: UsedFigure['name'], value: string): string {
  if (name === 'revenueDong' || name === 'assetsDong') return formatDong(BigInt(value));
  if (name.endsWith('-share')) return formatPercent(value, 2);
  const day = parseIsoDate(value);
  if (day) return formatDate(day);
  return name === 'sectorCode' ? value : formatNumber(value);
}
