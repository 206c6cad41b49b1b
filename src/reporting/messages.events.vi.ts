/** What the acts of this slice are called in the record of acts. */
export const events = {
  'reporting.call-opened': 'Mở kỳ thu số liệu',
  'reporting.call-moved': 'Chuyển trạng thái kỳ',
  'reporting.unit-submitted': 'Gửi số liệu',
  'reporting.unit-passed': 'Đạt kiểm tra',
  'reporting.cells-returned': 'Trả lại ô số liệu',
  'reporting.gap-signed': 'Ký giải trình chênh lệch',
  'reporting.finding-dismissed': 'Bỏ qua cảnh báo có lý do',
};

export const eventFacts = {
  onBehalfOf: 'Ký theo',
  delegation: 'Bản ủy quyền',
  unit: 'Đơn vị',
  period: 'Kỳ',
  cluster: 'Cụm',
  submitByOn: 'Hạn gửi',
  lockByOn: 'Hạn khóa',
  from: 'Từ',
  to: 'Sang',
  act: 'Việc',
  reason: 'Lý do',
  receipt: 'Mã biên nhận',
  roundNo: 'Lần gửi',
  cells: 'Các ô',
  indicator: 'Chỉ tiêu',
  declared: 'Khai báo',
  counted: 'Đếm từ sổ bộ',
  reasons: 'Các lý do',
  finding: 'Cảnh báo',
  note: 'Ghi chú',
};
