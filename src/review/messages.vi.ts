import { dayInVietnam } from '#kernel/time.ts';
import { formatDate, formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { paperRefusals } from './papers/messages.vi.ts';

/** Sentences of the forms' fields. */
export const formWords = {
  bodyTooLong: (max: number) => `Mục này dài quá ${formatNumber(max)} ký tự. Rút gọn hoặc chuyển bớt sang mục khác.`,
  controlCharacter: 'Trong mục có ký tự điều khiển không in được. Dán lại dưới dạng văn bản thuần.',
  reasonMissing: 'Đính chính phải có lý do; lý do in cùng bản mới. Ghi rõ số nào sai, vì sao.',
  reasonTooLong: (max: number) => `Lý do dài quá ${formatNumber(max)} ký tự. Rút gọn lại.`,
  fileMissing: 'Chưa chọn tệp. Chọn tệp báo cáo hoặc snapshot.json cần kiểm chứng.',
  fileTooLarge: (megabytes: number) => `Tệp lớn hơn ${formatNumber(megabytes)} MB. Chọn đúng tệp của hệ thống xuất ra.`,
};

interface NamedChip {
  readonly section: string;
  readonly chip: string;
}

export const refusals = {
  ...paperRefusals,
  'review.lock.already-locked': (f: { lockedAt: Date }) =>
    `Bạn đang xem bản đã khóa ngày ${formatDate(dayInVietnam(f.lockedAt))}; muốn sửa hãy lập ‘Đính chính’.`,
  'review.lock.nothing-submitted': (f: { units: number }) =>
    `Chưa khóa được: chưa đơn vị nào trong ${formatNumber(f.units)} đơn vị gửi báo cáo. Chờ ít nhất một đơn vị gửi, hoặc nhắc các đơn vị.`,
  'review.lock.cells-still-returned': (f: { units: readonly string[] }) =>
    `Chưa khóa được: ${f.units.join(', ')} còn ô trả lại chưa gửi lại. Chờ đơn vị gửi lại, hoặc nhắc đơn vị.`,
  'review.lock.blocking-findings': (f: { count: number; findings: readonly string[] }) =>
    `Chưa khóa được: còn ${formatNumber(f.count)} lỗi chặn. ${f.findings.join(' ')}${f.count > f.findings.length ? ' …' : ''} Trả lại các ô này cho đơn vị sửa rồi khóa.`,
  'review.lock.unresolved-chips': (f: { count: number; chips: readonly NamedChip[] }) =>
    `Chưa khóa được: còn ${formatNumber(f.count)} chip chưa nối được với số liệu: ${f.chips
      .map(({ section, chip }) => `${chip} ở mục “${section}”`)
      .join('; ')}${f.count > f.chips.length ? '; …' : ''}. Sửa mã chip trong phần soạn báo cáo rồi khóa.`,
  'review.lock.changed-meanwhile': () =>
    'Số liệu hoặc lời văn vừa thay đổi trong lúc khóa nên chưa khóa gì. Xem lại bản mới rồi khóa lần nữa.',
  'review.lock.changed-since-proposal': (f: { changes: readonly string[] }) =>
    `Chưa khóa: bản này khác bản đã trình. ${f.changes.slice(0, 3).join('; ')}${f.changes.length > 3 ? `; và ${formatNumber(f.changes.length - 3)} chỗ khác` : ''}. Người trình cần rút và trình lại.`,
  'review.restatement.open-already': () => 'Kỳ này đang mở để đính chính. Sửa xong thì trình khóa bản mới.',
  'review.restatement.newer-lock': () =>
    'Kỳ này vừa có bản khóa mới hơn bản đã trình. Người trình cần xem lại rồi trình lại.',
  'review.snapshot.locked': () =>
    'Bản đã khóa không ai sửa hay xóa được, kể cả quản trị. Muốn sửa hãy lập ‘Đính chính’.',
  'review.snapshot.locked-meanwhile': () => 'Có người vừa khóa kỳ này trước bạn. Tải lại trang để xem bản đã khóa.',
  'review.restatement.not-locked': () =>
    'Kỳ này chưa khóa lần nào nên chưa có gì để đính chính. Sửa thẳng trong bản soạn.',
  'review.restatement.reason-missing': () => formWords.reasonMissing,
  'review.section.not-yours': () => 'Chỉ Tổ giúp việc Cụm soạn báo cáo này; bạn xem được, không sửa được.',
  'review.section.place-changed': () =>
    'Chỗ cần sửa không còn như lúc kiểm tra. Tải lại trang để kiểm tra lại rồi sửa.',
  'review.section.changed-meanwhile': (f: { editedBy: string; editedAt: Date | null }) =>
    `Mục này vừa được ${f.editedBy || 'người khác'} lưu${f.editedAt ? ` lúc ${formatMoment(f.editedAt)}` : ''}. Lời bạn gõ vẫn còn dưới đây: đối chiếu với bản mới rồi lưu lại.`,
  'review.snapshot.not-found': (f: { hash: string }) =>
    `Hệ thống này không có bản khóa ${f.hash}. Xem các bản có trong kho báo cáo.`,
  'review.figure.not-found': (f: { figure: string }) =>
    `Số ${f.figure} chưa có trong bản khóa nào nên chưa công bố. Người có tài khoản xem được số đang tổng hợp.`,
  'review.period.not-found': (f: { period: string }) =>
    `Chưa cụm nào mở kỳ ${f.period}. Kiểm tra mã kỳ, hoặc mở kỳ trước.`,
  'review.version.not-found': (f: { period: string; version: number }) =>
    `Kỳ ${f.period} không có bản khóa ${f.version}. Xem các bản có trong kho báo cáo.`,
  'review.paper.not-found': (f: { name: string }) => `Không có tệp “${f.name}” trong bản này.`,
};
