import type { IsoDate } from '#kernel/time.ts';
import { isoDate } from '#kernel/time.ts';
import { officialDate, paddedCount, shortOfficialDate } from '#platform/i18n/format.ts';
import type { SnapshotBody } from '../model.ts';
import type { ContextName } from './ast.ts';

type Words = (snapshot: SnapshotBody, format: string) => string | undefined;

/** What a chip that is no figure says; undefined when the snapshot does not know it or the format is none of its own. */
export function contextText(
  snapshot: SnapshotBody,
  name: Exclude<ContextName, 'NHANDINH.QTD'>,
  format: string,
): string | undefined {
  return CONTEXT[name](snapshot, format);
}

const CONTEXT: Readonly<Record<Exclude<ContextName, 'NHANDINH.QTD'>, Words>> = {
  'KY.CHOT': (snapshot, format) => dayText(isoDate(snapshot.period.lastDay), format),
  'KY.TU': (snapshot, format) => dayText(isoDate(snapshot.period.firstDay), format),
  'KY.TEN': (snapshot) => periodName(snapshot.period.code, snapshot.period.kind),
  'KY.SAU': (snapshot) => nextPeriodName(snapshot.period.code, snapshot.period.kind),
  'KY.NAM': (snapshot) => snapshot.period.code.slice(0, 4),
  'CUM.TEN': (snapshot) => snapshot.cluster.name,
  'CUM.SODONVI': (snapshot) => paddedCount(snapshot.units.length),
  'CUM.TINH': (snapshot) => snapshot.units.map((unit) => unit.provinceName).join(', '),
  'CUM.TRUONG': (snapshot, format) => officeText(snapshot, 'head', format),
  'CUM.PHO': (snapshot, format) => officeText(snapshot, 'deputy', format),
};

/** `14/6/2024`; with the format `văn bản`: `ngày 14 tháng 6 năm 2024`. */
function dayText(day: IsoDate, format: string): string | undefined {
  if (format === '') return shortOfficialDate(day);
  return format === 'văn bản' ? officialDate(day) : undefined;
}

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** `6 tháng đầu năm 2024`, `quý II năm 2024`, `tháng 6 năm 2024`, `năm 2024`. */
export function periodName(code: string, kind: string): string | undefined {
  const [year = '', part = ''] = code.split('-');
  const number = Number(part.replace(/\D/g, ''));
  if (kind === 'half-year') return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`;
  if (kind === 'quarter') return QUARTERS[number - 1] && `quý ${QUARTERS[number - 1]} năm ${year}`;
  if (kind === 'month') return `tháng ${number} năm ${year}`;
  if (kind === 'nine-months') return `9 tháng năm ${year}`;
  return kind === 'year' ? `năm ${year}` : undefined;
}

/** The period whose tasks the report sets: after the first half of a year its second half, after the year the next. */
function nextPeriodName(code: string, kind: string): string | undefined {
  const [year = '', part = ''] = code.split('-');
  const number = Number(part.replace(/\D/g, ''));
  const next = Number(year) + 1;
  if (kind === 'half-year') return number === 1 ? `6 tháng cuối năm ${year}` : `6 tháng đầu năm ${next}`;
  if (kind === 'quarter') return number < 4 ? `quý ${QUARTERS[number]} năm ${year}` : `quý I năm ${next}`;
  if (kind === 'month') return number < 12 ? `tháng ${number + 1} năm ${year}` : `tháng 1 năm ${next}`;
  if (kind === 'nine-months') return `3 tháng cuối năm ${year}`;
  return kind === 'year' ? `năm ${next}` : undefined;
}

/** `đồng chí …, Chủ tịch …`; the format picks parts: `danhxung+hoten+chucvu`. Vacant: undefined. */
function officeText(snapshot: SnapshotBody, office: 'head' | 'deputy', format: string): string | undefined {
  const parts = (format || 'danhxung+hoten+chucvu').split('+').map((part) => part.trim());
  if (parts.some((part) => !['danhxung', 'hoten', 'chucvu', 'donvi'].includes(part))) return undefined;
  const holders = snapshot.offices.filter((holder) => holder.office === office && holder.fullName !== '');
  const texts = holders.map((holder) => {
    const person = [
      parts.includes('danhxung') ? holder.honorific : '',
      parts.includes('hoten') ? holder.fullName : '',
    ].filter(Boolean);
    const unit = snapshot.units.find((candidate) => candidate.code === holder.unitCode)?.name ?? '';
    return [person.join(' '), parts.includes('chucvu') ? holder.title : '', parts.includes('donvi') ? unit : '']
      .filter(Boolean)
      .join(', ');
  });
  return texts.length > 0 ? texts.join(' và ') : undefined;
}
