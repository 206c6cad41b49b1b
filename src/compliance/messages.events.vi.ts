/** What the acts of this slice are called in the record of acts. */
export const events = {
  'compliance.rule-changed': 'Sửa, thêm hoặc xác nhận quy định',
  'compliance.rules-taken-out': 'Tải danh mục quy định',
  'compliance.warnings-taken-out': 'Tải danh sách cảnh báo',
  'compliance.entry-written': 'Ghi bộ máy, tài sản hoặc dữ kiện của tổ chức',
};

export const eventFacts = {
  act: 'Việc',
  validFrom: 'Hiệu lực từ',
  before: 'Giá trị trước',
  after: 'Giá trị sau',
  citation: 'Căn cứ',
  why: 'Lý do, nguồn đối chiếu',
  rows: 'Số dòng',
  format: 'Dạng tệp',
  subject: 'Loại',
  row: 'Dòng',
  fields: 'Ô đã ghi',
};
