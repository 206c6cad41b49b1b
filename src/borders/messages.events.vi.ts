/** What the acts of this slice are called in the record of acts. */
export const events = {
  'borders.comparison-exported': 'Xuất bảng so sánh theo địa giới',
};

export const eventFacts = {
  measure: 'Chỉ tiêu',
  first: 'Ngày đầu',
  second: 'Ngày sau',
  borders: 'Địa giới',
  rows: 'Số dòng',
  format: 'Dạng tệp',
};
