/** What the acts of this slice are called in the record of acts. */
export const events = {
  'chains.chain-added': 'Thêm chuỗi giá trị',
  'chains.link-added': 'Ghi mắt xích của tổ chức trong chuỗi',
  'chains.link-ended': 'Kết thúc mắt xích',
};

export const eventFacts = {
  name: 'Tên chuỗi',
  product: 'Sản phẩm',
  link: 'Mã mắt xích',
  chain: 'Mã chuỗi',
  stage: 'Khâu',
  beganOn: 'Từ ngày',
  endedOn: 'Đến ngày',
  evidenced: 'Có bằng chứng',
};
