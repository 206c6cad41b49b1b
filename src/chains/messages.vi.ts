import type { IsoDate } from '#kernel/time.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Stage } from './model.ts';

export const stageLabels: Readonly<Record<Stage, string>> = {
  input: 'Đầu vào',
  production: 'Sản xuất',
  preparation: 'Sơ chế',
  processing: 'Chế biến',
  sale: 'Tiêu thụ',
};

interface Facts {
  readonly [name: string]: unknown;
}

const day = (value: unknown) => formatDate(value as IsoDate);

/** A sentence for each refusal: what, where, how to mend. */
export const refusals = {
  'chains.chain.not-found': () => 'Không có chuỗi giá trị này. Hãy chọn một chuỗi trong danh sách.',
  'chains.chain.named-already': ({ name }: Facts) =>
    `Liên minh đã có chuỗi tên “${name}”. Hãy dùng chuỗi đó, hoặc đặt tên khác.`,
  'chains.link.not-found': () => 'Không có mắt xích này ở tổ chức. Hãy tải lại trang.',
  'chains.link.in-future': ({ day: on, today }: Facts) =>
    `Ngày ${day(on)} ở sau hôm nay (${day(today)}). Hãy ghi ngày đã diễn ra.`,
  'chains.link.ends-before': ({ beganOn }: Facts) =>
    `Ngày cuối ở trước ngày bắt đầu (${day(beganOn)}). Hãy sửa lại ngày.`,
  'chains.link.ended-already': () => 'Mắt xích này đã kết thúc. Hãy tải lại trang để xem ngày.',
  'chains.link.document-gone': () =>
    'Tệp được chọn không còn ở thẻ Hồ sơ. Hãy tải trang lại rồi chọn tệp khác, hoặc ghi số hợp đồng.',
};

export const text = {
  title: 'Chuỗi giá trị',
  sub: 'HTX được tính khi đang hoạt động và có ít nhất một mắt xích có bằng chứng (có đối tác và có hợp đồng hoặc tài liệu) trong kỳ.',
  proven: 'Có bằng chứng',
  said: 'Tự khai',
  saidWhy: 'thiếu đối tác hoặc tài liệu',
  period: (from: IsoDate, until: IsoDate) => `Từ ${formatDate(from)} đến ${formatDate(until)}`,
  counts: 'HTX tham gia chuỗi giá trị',
  alliance: 'Liên minh',
  total: 'Cộng',
  evidenced: 'Có mắt xích có bằng chứng',
  saidOnly: 'Chỉ có mắt xích tự khai',
  declared: (period: string) => `Tự khai trong sổ bộ, ${period}`,
  noPeriod: 'Chưa kỳ nào có số liệu sổ bộ.',
  countsWhy: 'Hai số đứng cạnh nhau, không số nào thay số nào: cột sổ bộ là lời khai, mắt xích là bằng chứng.',
  chains: 'Các chuỗi',
  name: 'Tên chuỗi',
  nameMissing: 'Chưa có tên chuỗi. Hãy ghi tên, ví dụ: Chuỗi lúa hữu cơ Lệ Thủy.',
  product: 'Sản phẩm',
  addChain: 'Thêm chuỗi',
  noChains: 'Chưa có chuỗi nào',
  noChainsWhy: 'Cán bộ của liên minh thêm chuỗi ở trang Chuỗi giá trị, rồi ghi mắt xích ở hồ sơ từng tổ chức.',
  links: 'Mắt xích của tổ chức',
  noLinks: 'Chưa ghi mắt xích nào',
  noLinksWhy: 'Cán bộ của liên minh ghi tổ chức làm khâu nào, với đối tác nào, theo hợp đồng nào.',
  heads: {
    chain: 'Chuỗi',
    stage: 'Khâu',
    partner: 'Đối tác',
    proof: 'Hợp đồng, tài liệu',
    volume: 'Sản lượng',
    span: 'Thời gian',
    evidence: 'Bằng chứng',
  },
  addLink: 'Ghi mắt xích',
  chain: 'Chuỗi',
  stage: 'Khâu',
  partner: 'Đối tác',
  partnerHint: 'Doanh nghiệp, HTX hoặc đơn vị mua, bán cùng. Để trống: mắt xích là tự khai.',
  contractNo: 'Số hợp đồng',
  document: 'Tài liệu ở thẻ Hồ sơ',
  noDocument: 'Không có',
  volume: 'Sản lượng một năm',
  volumeUnit: 'Đơn vị tính',
  volumeWrong: 'Chưa đọc được sản lượng. Hãy ghi một số, ví dụ 1.250,5.',
  unitMissing: 'Có sản lượng mà chưa có đơn vị tính. Hãy ghi đơn vị, ví dụ tấn.',
  beganOn: 'Từ ngày',
  endedOn: 'Ngày cuối',
  dayHint: 'Ngày/tháng/năm, ví dụ 05/07/2024.',
  dayWrong: 'Chưa đọc được ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/07/2024.',
  chainMissing: 'Chưa chọn chuỗi.',
  tooLong: 'Dài quá giới hạn. Hãy viết gọn lại.',
  end: 'Kết thúc…',
  endNamed: (chain: string) => `Kết thúc mắt xích trong ${chain}`,
  endSubmit: 'Ghi ngày cuối',
  span: (from: IsoDate, until: IsoDate | null) =>
    until ? `${formatDate(from)} – ${formatDate(until)}` : `từ ${formatDate(from)}`,
};
