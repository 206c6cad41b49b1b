/** What the acts of this slice are called in the record of acts. */
export const events = {
  'membership.application-received': 'Nhận hồ sơ gia nhập Liên minh',
  'membership.items-marked': 'Đánh dấu mục hồ sơ gia nhập',
  'membership.application-returned': 'Trả lại hồ sơ gia nhập kèm danh sách thiếu',
  'membership.application-accepted': 'Xác nhận hồ sơ gia nhập đủ',
  'membership.application-submitted': 'Trình hồ sơ gia nhập',
  'membership.application-approved': 'Ban Thường vụ quyết định kết nạp',
  'membership.application-admitted': 'Kết nạp, trao thẻ',
  'membership.application-refused': 'Ban Thường vụ không kết nạp',
  'membership.application-withdrawn': 'Rút hồ sơ gia nhập',
  'membership.member-suspended': 'Tạm đình chỉ tư cách thành viên',
  'membership.member-resumed': 'Khôi phục tư cách thành viên',
  'membership.member-left': 'Ra khỏi Liên minh',
  'membership.due-recorded': 'Ghi hội phí',
  'membership.list-exported': 'Xuất danh sách thành viên Liên minh',
};

export const eventFacts = {
  application: 'Mã hồ sơ',
  member: 'Mã thành viên',
  appliedOn: 'Ngày nộp',
  present: 'Mục đã có',
  gaps: 'Mục thiếu',
  effectiveOn: 'Ngày',
  paperNo: 'Số giấy tờ',
  note: 'Ghi chú',
  year: 'Năm',
  amountDong: 'Số tiền',
  before: 'Số tiền trước',
  paidOn: 'Ngày nộp',
  rows: 'Số dòng',
  format: 'Dạng tệp',
};
