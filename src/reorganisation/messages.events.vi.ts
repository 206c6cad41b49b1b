/** What the acts of this slice are called in the record of acts. */
export const events = {
  'reorganisation.package-kept': 'Tạo gói bàn giao',
  'reorganisation.handed-over': 'Bàn giao vai trò Cụm trưởng',
  'reorganisation.alliances-merged': 'Sáp nhập liên minh',
  'reorganisation.alliance-renamed': 'Đổi tên liên minh',
  'reorganisation.merger-undone': 'Hoàn tác sắp xếp liên minh',
};

export const eventFacts = {
  fileName: 'Tệp',
  files: 'Số tệp',
  sha256: 'SHA-256',
  from: 'Từ đơn vị',
  to: 'Sang đơn vị',
  endsOn: 'Hết quyền từ 00:00 ngày',
  begins: 'Bắt đầu từ ngày',
  ended: 'Số quyền kết thúc',
  given: 'Số quyền cấp',
  effectiveOn: 'Ngày hiệu lực',
  decisionNo: 'Số quyết định',
  sources: 'Các liên minh',
  successor: 'Liên minh kế thừa',
  organisations: 'Số tổ chức',
  funds: 'Số QTDND',
  rights: 'Số quyền',
  proposal: 'Đề nghị',
  proposedBy: 'Người đề nghị',
  reason: 'Lý do',
};
