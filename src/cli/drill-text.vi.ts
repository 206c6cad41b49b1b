import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import type { DrillReport } from './drill.ts';

/** The report of a drill as a paper that an officer can keep and sign. */
export function drillText(report: DrillReport): string {
  const { at, file, ok, seconds, refused, backup, migrated, comparison, locks, audit } = report;
  const lines = [
    'BIÊN BẢN DIỄN TẬP KHÔI PHỤC',
    '',
    `Lúc:            ${formatMoment(new Date(at))}`,
    `Bản sao lưu:    ${file}`,
  ];
  if (backup) lines.push(`Sao lưu lúc:    ${formatMoment(new Date(backup.createdAt))}, phiên bản ${backup.product}`);
  lines.push(`Thời gian:      ${formatNumber(seconds, 1)} giây`, `Kết quả:        ${ok ? 'ĐẠT' : 'KHÔNG ĐẠT'}`);
  if (refused) lines.push('', `Không khôi phục được: ${refused.text}`);
  if (comparison) lines.push('', ...comparisonLines(comparison, migrated));
  if (locks)
    lines.push(
      '',
      `Bản khóa: ${formatNumber(locks.snapshots)} bản, ${formatNumber(locks.papers)} văn bản; ${locks.ok ? 'nguyên vẹn' : 'KHÔNG NGUYÊN VẸN'}.`,
      ...locks.broken.map((name) => `  sai: ${name}`),
    );
  if (audit)
    lines.push(
      `Nhật ký: ${formatNumber(audit.entries)} mục; ${audit.ok ? 'chuỗi nguyên vẹn' : 'CHUỖI BỊ ĐỨT'}.`,
      ...audit.broken.map(({ chain, position }) => `  sai: chuỗi ${chain}, vị trí ${formatNumber(position)}`),
    );
  lines.push('', 'Thư mục và máy chủ cơ sở dữ liệu tạm đã được xóa. Hệ thống đang chạy không bị đụng đến.');
  return `${lines.join('\n')}\n`;
}

function comparisonLines(
  { tables, files, filesThatDiffer }: NonNullable<DrillReport['comparison']>,
  migrated: readonly string[],
): readonly string[] {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bad = tables.filter((table) => !table.isSame);
  const width = Math.max(...tables.map(({ name }) => name.length));
  const lineOf = (table: (typeof tables)[number]) =>
    `  ${table.name.padEnd(width)}  ${formatNumber(table.rowsExpected).padStart(11)}  ${formatNumber(table.rows).padStart(11)}  ${table.isSame ? 'khớp' : 'KHÁC'}`;
  return [
    ...(migrated.length > 0 ? [`Đã chạy bước nâng cấp mới hơn sau khi so khớp: ${migrated.join(', ')}.`] : []),
    `Dữ liệu: ${formatNumber(tables.length)} bảng, ${formatNumber(rows)} dòng, ${formatNumber(files)} tệp.`,
    bad.length === 0
      ? 'Số dòng và SHA-256 của mọi bảng đều khớp.'
      : `Khác với bản sao lưu: ${bad.map(({ name }) => name).join(', ')}${migrated.length > 0 ? ' (do bước nâng cấp mới hơn)' : ''}.`,
    filesThatDiffer.length === 0 ? 'SHA-256 của mọi tệp đều khớp.' : `Tệp sai: ${filesThatDiffer.join(', ')}.`,
    '',
    `  ${'bảng'.padEnd(width)}  ${'trong bản'.padStart(11)}  ${'khôi phục'.padStart(11)}  SHA-256`,
    ...tables.map(lineOf),
  ];
}
