import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { MessageSeverity, RowCounts, RowFate } from './model.ts';

const megabytes = (bytes: number) =>
  bytes < 1_048_576 ? `${formatNumber(Math.ceil(bytes / 1024))} KB` : `${formatNumber(bytes / 1_048_576, 1)} MB`;

/** Words of the screens of import. */
export const text = {
  area: 'Sổ bộ',
  title: 'Nhập Excel',
  sub: 'Mỗi đơn vị, mỗi kỳ một tệp. Xem trước mọi thay đổi rồi mới ghi; ghi xong vẫn hoàn tác được trong 7 ngày.',
  steps: { label: 'Các bước', file: 'Tệp', columns: 'Khớp cột', preview: 'Xem thay đổi', write: 'Ghi' },
  upload: {
    head: 'Tải tệp lên',
    file: 'Tệp Excel (.xlsx)',
    fileHint: 'Lập từ mẫu của kỳ, tối đa 20 MB. Chưa ghi gì khi tải lên.',
    submit: 'Tải lên và xem thay đổi',
    foreign: 'Tệp không lập từ mẫu của Hợp Lực?',
    foreignHint: 'Chọn đơn vị và kỳ của tệp; cột được khớp theo tiêu đề và bạn kiểm tra trước khi ghi.',
    unit: 'Đơn vị của tệp',
    period: 'Kỳ của tệp',
    asStated: 'Theo tệp',
    noFile: 'Chưa chọn tệp. Chọn tệp .xlsx lập từ mẫu của kỳ.',
    mayNot: 'Bạn xem được các lần nhập nhưng không có quyền nhập số liệu.',
  },
  templates: {
    head: 'Tải mẫu',
    caption: 'Mẫu theo đơn vị và kỳ',
    unit: 'Đơn vị',
    prefilled: 'Có sẵn số',
    empty: 'Mẫu trống',
    prefilledLabel: (unit: string, period: string) => `Mẫu có sẵn số của ${unit}, ${period}`,
    emptyLabel: (unit: string, period: string) => `Mẫu trống của ${unit}, ${period}`,
    none: 'Chưa mở kỳ nào',
    noneWhy: 'Khi cụm mở kỳ báo cáo, mẫu của kỳ hiện ở đây.',
  },
  waiting: {
    head: 'Tệp chờ ghi',
    why: 'Tệp đã tải lên nhưng chưa ghi; tự xóa sau một ngày.',
    ready: 'Sẵn sàng ghi',
    hasErrors: 'Còn lỗi',
    open: 'Mở',
    at: (moment: string) => `tải lên ${moment}`,
  },
  past: {
    head: 'Các lần nhập',
    caption: 'Các lần nhập gần đây',
    file: 'Tệp',
    unit: 'Đơn vị',
    period: 'Kỳ',
    changes: 'Dòng mới · đổi · giữ',
    values: 'Ô biểu đổi',
    by: 'Người nhập',
    state: 'Tình trạng',
    accepted: 'Đã ghi',
    undone: 'Đã hoàn tác',
    none: 'Chưa có lần nhập nào',
    noneWhy: 'Tải mẫu của kỳ, điền số rồi tải lên ở khung bên trên.',
    rows: (rows: { new: number; changed: number; unchanged: number }) =>
      `${formatNumber(rows.new)} · ${formatNumber(rows.changed)} · ${formatNumber(rows.unchanged)}`,
  },
  preview: {
    title: 'Xem thay đổi trước khi ghi',
    discard: 'Hủy',
    errorsFile: 'Tải tệp lỗi',
    write: (counts: RowCounts, values: number) => {
      const rows = counts.new + counts.changed;
      if (rows > 0) return `Ghi ${formatNumber(rows)} dòng hợp lệ…`;
      return values > 0 ? `Ghi ${formatNumber(values)} ô biểu…` : 'Ghi…';
    },
    cannotWrite: (errors: number) =>
      `Tệp còn ${formatNumber(errors)} lỗi nên chưa ghi được dòng nào. Tải tệp lỗi, sửa các ô có ghi chú rồi tải lên lại.`,
    nothingToWrite: 'Nội dung tệp giống số đã có: 0 thay đổi, không cần ghi.',
    facts: {
      file: 'Tệp',
      fileDetail: (bytes: number, rows: number) => `${megabytes(bytes)} · ${formatNumber(rows)} dòng sổ bộ`,
      template: 'Mẫu',
      columns: (matched: number, of: number) => `${matched}/${of} cột sổ bộ đã khớp`,
      encoding: 'Bảng mã',
      unicode: 'Unicode',
      converted: (cells: number) =>
        cells === 0 ? 'không ô nào phải đổi' : `đã đổi ${formatNumber(cells)} ô từ bảng mã cũ`,
      forms: 'Biểu và thuyết minh',
      formsDetail: (values: { new: number; changed: number; unchanged: number }) =>
        `${formatNumber(values.unchanged)} ô giữ nguyên`,
      formsChanged: (values: { new: number; changed: number }) =>
        `${formatNumber(values.new)} ô mới, ${formatNumber(values.changed)} ô đổi`,
      undo: 'Hoàn tác',
      undoDays: (days: number) => `trong ${days} ngày`,
      undoUntil: (day: IsoDate) => `đến ${formatDate(day)}`,
      unknownUnit: 'chưa rõ đơn vị',
    },
    groups: 'Nhóm dòng',
    group: {
      new: 'Mới',
      changed: 'Đổi',
      unchanged: 'Giữ',
      conflict: 'Xung đột',
      error: 'Lỗi',
      look: 'Cần xem',
    } satisfies Record<RowFate | 'look', string>,
    summary: (counts: RowCounts, values: number) =>
      `Ghi ${formatNumber(counts.new)} dòng mới, ${formatNumber(counts.changed)} dòng đổi và ${formatNumber(values)} ô biểu trong một lần: hoặc ghi hết, hoặc không ghi gì.`,
    conflictNote: (count: number) =>
      `${formatNumber(count)} dòng có ô đã được xác nhận: giữ số đã xác nhận, số trong tệp vào hàng chờ quyết định của sổ bộ.`,
    row: 'Dòng',
    sheet: 'Trang',
    cell: 'Ô',
    name: 'Tổ chức, chỉ tiêu',
    column: 'Cột',
    inFile: 'Trong tệp',
    toMend: 'Cần sửa',
    toLook: 'Nội dung',
    place: 'Địa điểm',
    code: 'Mã số',
    inRegister: 'Trong sổ bộ',
    willBe: 'Sẽ ghi',
    kept: 'Giữ số trong sổ bộ',
    waits: 'Số trong tệp, chờ quyết định',
    severity: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Thông tin' } satisfies Record<MessageSeverity, string>,
    severitySign: { error: '!', warning: '?', info: 'i' } satisfies Record<MessageSeverity, string>,
    wholeFile: 'Cả tệp',
    caption: (group: string, count: number) => `${group}: ${formatNumber(count)} dòng`,
    shown: (from: number, to: number, of: number) =>
      `${formatNumber(from)}–${formatNumber(to)} trong ${formatNumber(of)}`,
    beyond: (kept: number, beyond: number) =>
      `Chỉ xem được ${formatNumber(kept)} dòng đầu của nhóm này; ${formatNumber(beyond)} dòng sau vẫn được đếm và sẽ được ghi đủ.`,
    emptyGroup: (group: string) => `Không có dòng nào ở nhóm “${group}”`,
    ask: {
      head: 'Cần bạn chọn cách đọc',
      why: 'Có ô đọc được hai cách. Chọn một cách cho cả cột; hệ thống nhớ cho tệp này.',
      where: (sheet: string, cell: string, head: string) => `${sheet}, ô ${cell}, cột “${head}”`,
      submit: 'Áp dụng cho cả cột',
    },
    confirm: {
      title: 'Ghi vào sổ bộ và biểu',
      effect: (unit: string, period: string) => `Ghi số liệu của ${unit}, kỳ ${period}.`,
      undoable: (day: IsoDate) => `Hoàn tác được đến hết ngày ${formatDate(day)}.`,
      submit: 'Ghi',
    },
  },
  done: {
    written: 'Đã ghi. Sổ bộ và biểu đã có số mới.',
    toBoard: 'Xem bảng kỳ để gửi lên cụm',
    undone: (restored: number) => `Đã hoàn tác: trả lại ${formatNumber(restored)} giá trị và dòng như trước.`,
    keptHead: 'Giữ nguyên vì đã có người sửa sau lần nhập này',
  },
  one: {
    title: (file: string) => `Lần nhập ${file}`,
    download: 'Tải tệp gốc',
    undo: 'Hoàn tác…',
    when: 'Nhập lúc',
    unit: 'Đơn vị, kỳ',
    rows: 'Dòng sổ bộ',
    rowsDetail: (rows: { unchanged: number; conflict: number }) =>
      `${formatNumber(rows.unchanged)} giữ, ${formatNumber(rows.conflict)} xung đột`,
    rowsChanged: (rows: { new: number; changed: number }) =>
      `${formatNumber(rows.new)} mới, ${formatNumber(rows.changed)} đổi`,
    values: 'Biểu và thuyết minh',
    valuesChanged: (values: { new: number; changed: number }) =>
      `${formatNumber(values.new)} ô mới, ${formatNumber(values.changed)} ô đổi`,
    hash: 'SHA-256 của tệp',
    messages: 'Điều cần xem khi nhập',
    noMessages: 'Không có điều gì cần xem',
    undoneAt: (when: string, by: string) => `Đã hoàn tác lúc ${when} bởi ${by}.`,
    confirm: {
      title: 'Hoàn tác lần nhập',
      effect: (rows: number, values: number) =>
        `Trả lại giá trị trước đó cho ${formatNumber(rows)} dòng sổ bộ và ${formatNumber(values)} ô biểu.`,
      later: 'Ô đã được sửa hoặc xác nhận sau lần nhập này được giữ nguyên và liệt kê lại.',
      submit: 'Hoàn tác',
    },
    fourEyes: {
      label: 'Hoàn tác lần nhập lớn',
      words: (file: string, rows: number) => `Hoàn tác lần nhập ${file}: ${formatNumber(rows)} dòng sổ bộ`,
      undo: 'Trình hoàn tác…',
      why: (max: number) =>
        `Lần nhập này đổi hơn ${formatNumber(max)} dòng sổ bộ nên cần một người khác của đơn vị duyệt.`,
      submit: 'Trình duyệt hoàn tác',
      approve: 'Duyệt và hoàn tác',
    },
    back: 'Các lần nhập',
  },
};
