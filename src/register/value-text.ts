import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatDateTo, formatDongFull, formatNumber } from '#platform/i18n/format.ts';
import { maskPhone } from '#platform/privacy/mask.ts';
import { statusLabels } from './messages.vi.ts';
import { basisLabels, cardText, kindLabels, precisionLabels, ratingLabels } from './messages-pages.vi.ts';
import type { DatePrecision, Facts, FactValue, OrganisationStatus } from './model.ts';

const DAYS = new Set(['registeredOn', 'establishedOn', 'statusSince', 'confirmedOn']);
const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: kindLabels,
  rating: ratingLabels,
  basis: basisLabels,
  establishedPrecision: precisionLabels,
};

/** A value of the register in words; '' where it is not known. `sectors` names sectors by code. Telephones are masked. */
export function valueText(field: string, value: FactValue, sectors: ReadonlyMap<string, string>): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? cardText.yes : cardText.no;
  if (typeof value === 'number') return formatNumber(value);
  if (DAYS.has(field)) return formatDate(value as IsoDate);
  if (field.endsWith('Dong')) return formatDongFull(BigInt(value));
  if (field === 'workPhone') return maskPhone(value);
  if (field === 'status') return statusLabels[value as OrganisationStatus] ?? value;
  if (field === 'sectorCode' || field === 'secondarySectorCode') return sectors.get(value) ?? value;
  return LABELS[field]?.[value] ?? value;
}

/** The day of founding as precisely as it is known. */
export function foundingText(facts: Facts): string {
  if (typeof facts.establishedOn !== 'string') return '';
  return formatDateTo(facts.establishedPrecision as DatePrecision, facts.establishedOn as IsoDate);
}
