/** What the acts of this slice are called in the record of acts. */
export const events = {
  'people.access-reviewed': 'Rà soát quyền',
  'people.list-taken-out': 'Tải danh sách người dùng',
};

export const eventFacts = {
  unit: 'Đơn vị',
  quarter: 'Quý',
  kept: 'Số quyền giữ',
  ended: 'Số quyền thu hồi',
  people: 'Số người',
  question: 'Tìm',
  role: 'Vai trò',
  scope: 'Đơn vị lọc',
  state: 'Tình trạng',
};
