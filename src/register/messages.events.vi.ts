/** What the acts of this slice are called in the record of acts. */
export const events = {
  'register.organisation-changed': 'Sửa hồ sơ tổ chức',
  'register.status-act-recorded': 'Ghi nhận thay đổi tình trạng',
  'register.act-corrected': 'Đính chính việc đã ghi trong sổ bộ',
  'register.act-taken-back': 'Rút việc đã ghi trong sổ bộ',
  'register.field-verified': 'Xác minh thông tin',
  'register.verification-withdrawn': 'Rút xác minh thông tin',
  'register.conflict-decided': 'Xử lý xung đột khi nhập',
  'register.list-exported': 'Xuất danh sách sổ bộ',
  'register.persons-exported': 'Lập bản xuất có thông tin cá nhân',
};

export const eventFacts = {
  act: 'Việc',
  fields: 'Các trường',
  field: 'Trường',
  decision: 'Quyết định',
  effectiveOn: 'Hiệu lực từ ngày',
  corrected: 'Ngày đã ghi trước đó',
  rows: 'Số dòng',
  columns: 'Các cột',
  format: 'Dạng tệp',
  purpose: 'Mục đích',
  people: 'Số người',
  expiresAt: 'Hết hạn lúc',
  periodCode: 'Kỳ',
  proposal: 'Mã đề nghị',
  proposedBy: 'Người trình',
};
