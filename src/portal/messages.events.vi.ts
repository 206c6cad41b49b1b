/** What the acts of this slice are called in the record of acts. */
export const events = {
  'portal.article-published': 'Đăng tin',
  'portal.article-corrected': 'Đính chính tin',
  'portal.article-retracted': 'Gỡ tin',
  'portal.picture-put': 'Đặt ảnh bìa cho tin',
  'portal.picture-replaced': 'Thay ảnh bìa của tin',
  'portal.picture-removed': 'Bỏ ảnh bìa của tin',
  'portal.announced': 'Đăng thông báo',
  'portal.site-identified': 'Đặt thông tin trang',
};

export const eventFacts = {
  note: 'Ghi chú',
  credit: 'Nguồn ảnh',
  slug: 'Địa chỉ',
  snapshotId: 'Bản khóa',
  title: 'Tiêu đề',
  owner: 'Đơn vị chủ quản',
};
