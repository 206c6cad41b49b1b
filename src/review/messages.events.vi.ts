/** What the acts of this slice are called in the record of acts. */
export const events = {
  'review.section-edited': 'Sửa mục báo cáo',
  'review.text-looked-through': 'Rà soát văn bản',
  'review.locked': 'Khóa số liệu',
  'review.restatement-opened': 'Mở lại để đính chính',
};

export const eventFacts = {
  cluster: 'Cụm',
  period: 'Kỳ',
  reason: 'Lý do',
  version: 'Phiên bản',
  hash: 'Mã bản khóa',
  byOperator: 'Người vận hành làm một mình',
  proposal: 'Mã đề nghị',
  proposedBy: 'Người trình',
  code: 'Mục',
  before: 'Trước',
  after: 'Sau',
};
