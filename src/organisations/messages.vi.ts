import type { Capacity } from './model.ts';

type Facts = Readonly<Record<string, unknown>>;

export const capacityWords: Readonly<Record<Capacity, string>> = {
  holder: 'Chính thức',
  acting: 'Quyền',
  'in-charge': 'Phụ trách',
};

/** `Quyền Chủ tịch`, `Phụ trách Văn phòng`. */
export function titleShown({ title, capacity }: { readonly title: string; readonly capacity: Capacity }): string {
  return capacity === 'holder' ? title : `${capacityWords[capacity]} ${title}`;
}

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
  'organisations.office.not-found': () => 'Không có nhiệm kỳ này. Mở lại trang cụm để chọn nhiệm kỳ cần sửa.',
  'organisations.office.representative-elsewhere': () =>
    'Người đại diện không giữ chức vụ nào ở đơn vị này vào ngày bắt đầu. Ghi chức vụ của người đó ở trang đơn vị trước, hoặc để trống người đại diện.',
  'organisations.membership.not-found': (facts: Facts) =>
    `Không có lần tham gia cụm nào bắt đầu ${day(facts.from)}. Mở lại trang cụm để chọn lần cần sửa.`,
  'organisations.membership.head-remains': (facts: Facts) =>
    `${facts.alliance} còn nhiệm kỳ Cụm trưởng hoặc Cụm phó sau ngày rời cụm. Ghi ngày kết thúc nhiệm kỳ ${span(facts)} trước.`,
  'organisations.position.second-holder': (facts: Facts) =>
    `Chức vụ ${facts.title} đang do ${facts.holder} giữ. Nếu là phụ trách hoặc quyền, hãy đánh dấu xác nhận rồi ghi lại.`,
  'organisations.position.not-found': () => 'Không có lần giữ chức vụ này. Mở lại trang đơn vị để chọn.',
  'organisations.position.ends-before-it-begins': (facts: Facts) =>
    `Ngày thôi giữ chức ${day(facts.until)} phải sau ngày bắt đầu ${day(facts.from)}.`,
  'organisations.position.person-unnamed': () =>
    'Ghi đủ họ tên, cách xưng hô và nguồn; hoặc để trống họ tên nếu chức vụ khuyết.',
  'organisations.department.not-found': () => 'Không có phòng, ban này. Mở lại trang đơn vị để chọn.',
  'organisations.department.named-already': () =>
    'Đơn vị đã có phòng, ban tên này trong thời gian đó. Đổi tên, hoặc ghi ngày kết thúc của phòng cũ trước.',
  'organisations.department.ends-before-it-begins': (facts: Facts) =>
    `Ngày kết thúc ${day(facts.until)} phải sau ngày bắt đầu ${day(facts.from)}.`,
  'organisations.alliance.code-taken': () => 'Mã này đã có đơn vị dùng. Chọn mã khác, dạng LMHTX-NA.',
  'organisations.cluster.code-taken': () => 'Mã này đã có cụm dùng. Chọn mã khác, dạng CUM-BTB.',
  'organisations.alliance.in-a-cluster': (facts: Facts) =>
    `${facts.alliance} còn thuộc ${facts.cluster} ${span(facts)}. Ghi ngày rời cụm trước hoặc đúng ngày ngừng sử dụng, rồi làm lại.`,
  'organisations.alliance.closed-already': (facts: Facts) =>
    `${facts.alliance} đã ngừng sử dụng từ ${day(facts.on)}. Muốn dùng lại, bỏ ngày ngừng sử dụng.`,
  'organisations.alliance.succeeded-already': () =>
    'Một trong các liên minh đã sáp nhập vào đơn vị khác. Hoàn tác lần sáp nhập đó trước.',
  'organisations.alliance.begins-later': (facts: Facts) =>
    `${facts.alliance} có tên từ ${day(facts.from)}; ngày ngừng sử dụng phải sau ngày đó.`,
};
