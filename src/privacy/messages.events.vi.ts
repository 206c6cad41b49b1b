/** What the acts of this slice are called in the record of acts. */
export const events = {
  'privacy.assessment-issued': 'Lập hồ sơ đánh giá tác động dữ liệu cá nhân',
};

export const eventFacts = {
  mapSha256: 'SHA-256 của bản đồ',
  columns: 'Số trường',
};
