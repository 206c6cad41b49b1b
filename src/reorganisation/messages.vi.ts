import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { MergerCounts, MergerPlan } from './merger-model.ts';

type Facts = Readonly<Record<string, unknown>>;
const day = (value: unknown) => formatDate(value as IsoDate);
const lines = (value: unknown) => (Array.isArray(value) ? value.join('; ') : '');

export const refusals = {
  'reorganisation.handover.day-is-past': (facts: Facts) =>
    `Ngày ${day(facts.on)} đã qua; quyền chỉ kết thúc được từ hôm nay trở đi. Chọn ngày khác, hoặc sửa nhiệm kỳ cũ ở trang cụm.`,
  'reorganisation.handover.right-is-gone': () =>
    'Một quyền đã chọn không còn hiệu lực. Mở lại trang bàn giao để xem danh sách hiện nay.',
  'reorganisation.package.not-found': () => 'Không có gói bàn giao này. Mở trang bàn giao của cụm để chọn.',
  'reorganisation.merger.not-found': () => 'Không có lần sắp xếp này. Xem danh sách ở trang Sắp xếp tổ chức.',
  'reorganisation.merger.unknown-unit': (facts: Facts) =>
    `Vào ngày ${day(facts.on)} không có liên minh mã ${lines(facts.codes)}. Chọn đơn vị đang hoạt động vào ngày đó.`,
  'reorganisation.merger.too-few': () =>
    'Chọn ít nhất hai liên minh để sáp nhập. Muốn đổi tên một liên minh, chọn loại “Đổi tên”.',
  'reorganisation.merger.one-only': () => 'Đổi tên chỉ làm cho một liên minh mỗi lần.',
  'reorganisation.merger.successor-missing': () =>
    'Chọn liên minh giữ lại trong các liên minh sáp nhập, hoặc ghi mã của liên minh mới.',
  'reorganisation.merger.code-known': (facts: Facts) =>
    `Mã ${facts.code} đã có đơn vị dùng. Ghi mã khác cho liên minh mới.`,
  'reorganisation.merger.not-yet': (facts: Facts) =>
    `Ngày hiệu lực ${day(facts.on)} chưa đến. Sổ bộ và quyền chuyển ngay khi duyệt, nên hãy đề nghị từ ngày đó.`,
  'reorganisation.merger.calls-open': (facts: Facts) =>
    `Còn đợt thu số liệu chưa khóa của các đơn vị này: ${lines(facts.calls)}. Khóa đợt trước, hoặc chọn chuyển đợt cho đơn vị kế thừa.`,
  'reorganisation.merger.later-term': (facts: Facts) =>
    `${facts.alliance} đã có thay đổi tên sau ngày ${day(facts.on)}. Chọn ngày hiệu lực sau thay đổi đó.`,
  'reorganisation.merger.changed-since-proposal': (facts: Facts) =>
    `Từ khi đề nghị đã có thay đổi: ${lines(facts.changes)}. Từ chối và đề nghị lại với số hiện nay.`,
  'reorganisation.merger.undone-already': (facts: Facts) =>
    `Lần sắp xếp này đã được hoàn tác bởi ${facts.by}. Không cần làm gì thêm.`,
  'reorganisation.merger.acted-since': (facts: Facts) =>
    `Không hoàn tác được vì sau đó đã có: ${lines(facts.what)}. Sửa bằng một lần sắp xếp mới.`,
};

export const packageWords = {
  fileName: (cluster: string, on: string) => `ban-giao-${cluster}-${on}.zip`,
  file: 'Tệp',
  bytes: 'Số byte',
  callColumns: ['Kỳ', 'Tên đợt', 'Trạng thái', 'Hạn nộp', 'Hạn khóa', 'Số lần khóa'],
  submissionColumns: ['Kỳ', 'Mã đơn vị', 'Đơn vị', 'Trạng thái', 'Mã nhận bài'],
  taskColumns: ['Kỳ', 'Việc', 'Hạn'],
  submissionTask: (unit: string, state: string) => `Theo dõi bài nộp của ${unit}: ${state.toLowerCase()}`,
  lockTask: 'Tổng hợp và khóa số liệu',
  waitingTask: (label: string, words: string) => `Chờ người thứ hai: ${label}. ${words}`,
};

const list = (items: readonly string[]) => items.join(', ');

export const mergerWords = {
  label: 'Sắp xếp liên minh',
  undoLabel: 'Hoàn tác sắp xếp liên minh',
  proposal: (plan: MergerPlan, { units }: MergerCounts) => {
    const from = `Từ ${formatDate(plan.effectiveOn)}, theo ${plan.decisionNo}`;
    if (plan.kind === 'rename')
      return `${from}: ${list(units.map(({ name }) => name))} đổi tên thành ${plan.names.name}.`;
    const moved = units.filter(({ ends }) => ends);
    const organisations = moved.reduce((total, unit) => total + unit.organisations, 0);
    const funds = moved.reduce((total, unit) => total + unit.funds, 0);
    return `${from}: ${list(moved.map(({ name }) => name))} sáp nhập thành ${plan.names.name}; chuyển ${formatNumber(organisations)} tổ chức, ${formatNumber(funds)} QTDND.`;
  },
  undoProposal: (name: string, on: IsoDate, reason: string) =>
    `Hoàn tác sắp xếp ${name} có hiệu lực ${formatDate(on)}. Lý do: ${reason}`,
  figures: {
    organisations: 'tổ chức trong sổ bộ',
    funds: 'QTDND',
    rights: 'quyền của người dùng',
    terms: 'nhiệm kỳ ở cụm kết thúc theo',
    submissions: 'bài nộp giữ nguyên tên cũ',
  },
  changed: (unit: string, figure: string, before: number, now: number) =>
    `${unit}: ${figure} trước ${formatNumber(before)}, nay ${formatNumber(now)}`,
  changedElse: 'đợt thu số liệu hoặc thành viên cụm đã khác',
  since: {
    changes: (count: number) => `${formatNumber(count)} thay đổi hồ sơ trong sổ bộ đã chuyển`,
    created: (count: number) => `${formatNumber(count)} tổ chức mới ghi cho đơn vị kế thừa`,
    values: (count: number) => `${formatNumber(count)} số liệu đơn vị kế thừa đã khai`,
    spans: (count: number) => `${formatNumber(count)} nhiệm kỳ, chức vụ hoặc tên đã sửa`,
    posts: (count: number) => `${formatNumber(count)} chức vụ, phòng ban ghi cho đơn vị mới`,
    mergers: (count: number) => `${formatNumber(count)} lần sắp xếp sau đó`,
  },
};
