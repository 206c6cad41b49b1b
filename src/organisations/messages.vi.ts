type Facts = Readonly<Record<string, unknown>>;

function day(value: unknown): string {
  const [year, month, date] = String(value).split('-');
  return `${date}/${month}/${year}`;
}

function span(facts: Facts): string {
  return facts.until ? `từ ${day(facts.from)} đến trước ${day(facts.until)}` : `từ ${day(facts.from)}`;
}

export const refusals = {
  'organisations.alliance.unknown': (facts: Facts) =>
    `Không có liên minh mã “${facts.code}” vào ngày ${day(facts.on)}. Mã đúng có dạng LMHTX-NA; xem danh sách trong mục Tổ chức.`,
  'organisations.cluster.unknown': (facts: Facts) => `Không có cụm mã “${facts.code}”. Mã đúng có dạng CUM-BTB.`,
  'organisations.membership.overlaps': (facts: Facts) =>
    facts.cluster
      ? `${facts.alliance} đã thuộc ${facts.cluster} ${span(facts)}. Hãy ghi ngày kết thúc của lần tham gia đó trước.`
      : 'Liên minh này đã thuộc một cụm trong thời gian đó. Hãy ghi ngày kết thúc của lần tham gia đó trước.',
  'organisations.membership.ends-before-it-begins': (facts: Facts) =>
    `Ngày kết thúc ${day(facts.until)} phải sau ngày bắt đầu ${day(facts.from)}.`,
  'organisations.office.two-heads': (facts: Facts) =>
    facts.from
      ? `Cụm đã có Cụm trưởng ${span(facts)}. Hãy ghi ngày kết thúc nhiệm kỳ đó trước.`
      : 'Cụm đã có Cụm trưởng trong thời gian đó. Hãy ghi ngày kết thúc nhiệm kỳ trước.',
  'organisations.office.ends-before-it-begins': (facts: Facts) =>
    facts.until
      ? `Ngày hết nhiệm kỳ ${day(facts.until)} phải sau ngày bắt đầu ${day(facts.from)}.`
      : 'Ngày hết nhiệm kỳ phải sau ngày bắt đầu.',
  'organisations.office.not-a-member': (facts: Facts) =>
    `${facts.alliance} không thuộc ${facts.cluster} vào ngày bắt đầu nhiệm kỳ. Chọn một đơn vị thành viên.`,
  'organisations.position.second-holder': (facts: Facts) =>
    `Chức vụ ${facts.title} đang do ${facts.holder} giữ. Nếu là phụ trách hoặc quyền, hãy đánh dấu xác nhận rồi ghi lại.`,
};
