/** What the acts of this slice are called in the record of acts. */
export const events = {
  'installation.set-up': 'Hoàn tất cài đặt lần đầu',
  'installation.configured': 'Nhập cấu hình',
};

export const eventFacts = {
  sha256: 'SHA-256 của tệp cấu hình',
  added: 'Giá trị thêm',
  changed: 'Giá trị đổi',
  site: 'Đổi thông tin trang',
};
