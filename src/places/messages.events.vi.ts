/** What the acts of this slice are called in the record of acts. */
export const events = {
  'places.list-loaded': 'Nạp danh mục đơn vị hành chính mới',
};

export const eventFacts = {
  fingerprint: 'SHA-256 của bộ tệp',
  units: 'Số bản ghi đơn vị',
  added: 'Bản ghi thêm',
  changes: 'Số thay đổi',
  newest: 'Ngày mới nhất trong danh mục',
};
