/** What the acts of this slice are called in the record of acts. */
export const events = {
  'workbooks.file-imported': 'Nhập tệp Excel',
  'workbooks.import-undone': 'Hủy một lần nhập',
};

export const eventFacts = {
  unit: 'Đơn vị',
  period: 'Kỳ',
  file: 'Tệp',
  sha256: 'SHA-256',
  rows: 'Số dòng',
  restored: 'Đã khôi phục',
  kept: 'Giữ nguyên',
  byOperator: 'Người vận hành làm một mình',
  proposal: 'Mã đề nghị',
  proposedBy: 'Người trình',
};
