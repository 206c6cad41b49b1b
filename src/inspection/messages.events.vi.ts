/** What the acts of this slice are called in the record of acts. */
export const events = {
  'inspection.sample-taken-out': 'Tải phiếu mẫu',
};

export const eventFacts = {
  population: 'Chọn từ',
  alliances: 'Liên minh',
  strata: 'Chia tầng theo',
  seed: 'Hạt giống',
  drawn: 'Số chọn',
  of: 'Trong số',
  fingerprint: 'Dấu vân tay tập gốc',
};
