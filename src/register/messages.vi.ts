import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatDongFull, formatNumber } from '#platform/i18n/format.ts';
import type { ActKind, OrganisationStatus } from './model.ts';

/** What fields are called, wherever they appear. */
export const fieldLabels: Readonly<Record<string, string>> = {
  name: 'Tên',
  shortName: 'Tên viết tắt',
  kind: 'Loại hình',
  code: 'Mã số',
  codeMissingReason: 'Lý do chưa có mã số',
  certificateNo: 'Số giấy chứng nhận',
  registeredOn: 'Ngày cấp',
  registeringBody: 'Cơ quan cấp',
  establishedOn: 'Ngày thành lập',
  establishedPrecision: 'Độ chính xác của ngày thành lập',
  address: 'Địa chỉ',
  communeText: 'Xã, phường, thị trấn',
  districtText: 'Huyện, thị xã, thành phố',
  communeId: 'Đơn vị hành chính',
  sectorCode: 'Lĩnh vực chính',
  secondarySectorCode: 'Lĩnh vực phụ',
  status: 'Tình trạng',
  statusSince: 'Ngày của tình trạng',
  representativeName: 'Người đại diện',
  representativeTitle: 'Chức vụ',
  workPhone: 'Điện thoại công việc',
  confirmedOn: 'Ngày xác nhận',
  effectiveOn: 'Ngày hiệu lực',
  note: 'Ghi chú',
  membersTotal: 'Tổng số thành viên',
  membersOfficial: 'Thành viên chính thức',
  membersAssociate: 'Thành viên liên kết',
  membersWomen: 'Thành viên nữ',
  membersMinority: 'Thành viên là người dân tộc thiểu số',
  workersRegular: 'Lao động thường xuyên',
  workersWomen: 'Lao động nữ',
  incomeMonthDong: 'Thu nhập bình quân tháng',
  charterCapitalDong: 'Vốn điều lệ',
  paidInCapitalDong: 'Vốn thực góp',
  assetsDong: 'Tổng tài sản',
  revenueDong: 'Doanh thu',
  memberSalesDong: 'Doanh thu bán sản phẩm của thành viên',
  memberOutputDong: 'Giá trị sản phẩm của thành viên',
  profitDong: 'Lợi nhuận',
  membersServed: 'Thành viên dùng dịch vụ',
  offtakeContracts: 'Hợp đồng bao tiêu',
  inValueChain: 'Tham gia chuỗi giá trị',
  certificates: 'Chứng nhận',
  rating: 'Xếp loại',
  basis: 'Loại số',
  licenceNo: 'Số giấy phép',
  depositsDong: 'Huy động vốn',
  loansDong: 'Dư nợ cho vay',
  badDebtDong: 'Nợ xấu',
};

export const statusLabels: Readonly<Record<OrganisationStatus, string>> = {
  operating: 'Đang hoạt động',
  suspended: 'Tạm ngừng',
  ceased: 'Ngừng, chưa giải thể',
  dissolving: 'Đang giải thể',
  dissolved: 'Đã giải thể',
  merged: 'Đã sáp nhập, hợp nhất, chia, chuyển đổi',
};

export const actLabels: Readonly<Record<ActKind, string>> = {
  establish: 'Thành lập',
  change: 'Thay đổi thông tin',
  suspend: 'Tạm ngừng',
  resume: 'Hoạt động trở lại',
  cease: 'Ngừng hoạt động, chưa giải thể',
  'begin-dissolution': 'Bắt đầu giải thể',
  revoke: 'Bị thu hồi giấy chứng nhận đăng ký',
  restore: 'Được khôi phục sau khi bị thu hồi',
  dissolve: 'Giải thể',
  merge: 'Sáp nhập',
  consolidate: 'Hợp nhất',
  split: 'Chia',
  separate: 'Tách',
  convert: 'Chuyển đổi thành hợp tác xã',
};

function label(field: string): string {
  return fieldLabels[field] ?? field;
}

function labelsOf(fields: readonly string[]): string {
  return fields.map(label).join(', ');
}

function actsOf(acts: unknown): string {
  const allowed = (acts as readonly ActKind[]).map((act) => `“${actLabels[act]}”`);
  return allowed.length === 0 ? 'không còn thay đổi nào được phép' : `chỉ được phép: ${allowed.join(', ')}`;
}

function day(value: unknown): string {
  return formatDate(value as IsoDate | null);
}

function statusOf(value: unknown): string {
  return statusLabels[value as OrganisationStatus] ?? String(value);
}

type Facts = Readonly<Record<string, unknown>>;
type Part = Readonly<{ part: number; whole: number }>;

function partOver(part: string, whole: string) {
  return (facts: Part) =>
    `${part} (${formatNumber(facts.part)}) lớn hơn ${whole} (${formatNumber(facts.whole)}). Hãy xem lại hai số này.`;
}

const WHY_DUPLICATE: Readonly<Record<string, string>> = {
  'same-code': 'trùng mã số',
  'same-name-and-commune': 'trùng tên và xã',
  'same-name-and-representative': 'trùng tên và người đại diện',
};

export const refusals = {
  'register.name.missing': () => 'Chưa có tên. Hãy ghi tên đầy đủ theo giấy chứng nhận.',
  'register.kind.missing': () => 'Chưa có loại hình. Hãy chọn HTX, Liên hiệp HTX hoặc Tổ hợp tác.',
  'register.commune.missing': () => 'Chưa có xã, phường, thị trấn. Hãy ghi nơi đặt trụ sở.',
  'register.status.missing': () => 'Chưa có tình trạng. Hãy chọn một tình trạng trong danh sách.',
  'register.code.malformed': (facts: { code: string }) =>
    `Mã số “${facts.code}” không đúng dạng. Mã số gồm 10 chữ số, hoặc 10 chữ số, dấu gạch và 3 chữ số. Chưa có mã số thì để trống và ghi lý do.`,
  'register.code.check-digit': (facts: { code: string }) =>
    `Mã số “${facts.code}” có chữ số kiểm tra không khớp. Hãy đối chiếu với giấy chứng nhận.`,
  'register.code.missing-without-reason': () =>
    'Chưa có mã số. Hãy ghi mã số, hoặc ghi lý do chưa có ở cột “Lý do chưa có mã số”.',
  'register.day.in-future': (facts: Facts) =>
    `Ngày ${day(facts.day)} ở tương lai (hôm nay ${day(facts.today)}). Hãy sửa lại ngày.`,
  'register.day.too-early': (facts: Facts) =>
    `Ngày ${day(facts.day)} sớm hơn ${day(facts.earliest)}. Hãy xem lại năm; không rõ thì để trống.`,
  'register.status.before-founding': (facts: Facts) =>
    `Tình trạng có từ ngày ${day(facts.statusSince)}, trước ngày thành lập ${day(facts.establishedOn)}. Hãy sửa một trong hai ngày.`,
  'register.status.day-missing': (facts: Facts) =>
    `Chưa ghi ngày bắt đầu tình trạng “${statusOf(facts.status)}”. Tạm tính từ ${day(facts.from)}; hãy bổ sung ngày.`,
  'register.status.transition-not-allowed': (facts: Facts) =>
    `Đang ở tình trạng “${statusOf(facts.from)}” thì không ghi “${actLabels[facts.act as ActKind]}” được; ${actsOf(facts.allowed)}.`,
  'register.status.change-not-allowed': (facts: Facts) =>
    `Sổ bộ ghi “${statusOf(facts.from)}”; không đổi sang “${statusOf(facts.to)}” được; ${actsOf(facts.allowed)}. Nếu sổ bộ sai, hãy hoàn tác lần ghi trước.`,
  'register.status.not-yet-established': (facts: Facts) =>
    `Ngày ${day(facts.effectiveOn)} trước ngày thành lập ${day(facts.establishedOn)}. Hãy sửa ngày hiệu lực.`,
  'register.act.later-act-unlawful': (facts: Facts) =>
    `Ghi “${actLabels[facts.act as ActKind]}” từ ${day(facts.effectiveOn)} thì việc “${actLabels[facts.later as ActKind]}” ngày ${day(facts.laterOn)} không còn hợp lệ (khi ấy sẽ ở tình trạng “${statusOf(facts.from)}”). Với ngày ${day(facts.effectiveOn)}, ${actsOf(facts.allowed)}; hoặc đính chính việc sau trước.`,
  'register.act.not-found': () => 'Việc này không còn trong sổ bộ, hoặc đã được đính chính. Hãy tải lại trang.',
  'register.act.reason-missing': () => 'Chưa ghi lý do. Hãy ghi vì sao đính chính, để người sau hiểu.',
  'register.act.founding-stays': () =>
    'Không rút được việc thành lập. Nếu ngày thành lập sai, hãy đính chính ngày; nếu nhập nhầm cả tổ chức, hãy hoàn tác lần nhập.',
  'register.act.kind-stays': (facts: Facts) =>
    `Không đổi “${actLabels[facts.act as ActKind]}” thành việc khác được. Hãy đính chính ngày, hoặc rút việc này rồi ghi việc đúng.`,
  'register.act.nothing-corrected': () => 'Chưa có gì khác việc đã ghi. Hãy sửa ngày, việc hoặc căn cứ.',
  'register.act.later-change-exists': (facts: Facts) =>
    `Từ ngày ${day(facts.laterOn)} đã có thay đổi khác của cùng thông tin, nên không tính lại từ ${day(facts.effectiveOn)} được. Hãy ghi ngày từ ${day(facts.laterOn)} trở đi, hoặc đính chính thay đổi ấy trong Nhật ký.`,
  'register.act.no-successor': (facts: Facts) =>
    `Việc “${actLabels[facts.act as ActKind]}” không có tổ chức tiếp nhận. Hãy bỏ chọn.`,
  'register.act.successors-number': (facts: { act: ActKind; min: number; max: number }) =>
    `Việc “${actLabels[facts.act]}” cần ${facts.min === facts.max ? `đúng ${facts.min}` : `từ ${facts.min}`} tổ chức ${facts.act === 'split' || facts.act === 'separate' ? 'mới' : 'tiếp nhận'}. Hãy chọn trong sổ bộ; chưa có thì thêm tổ chức trước.`,
  'register.act.consolidated-alone': () =>
    'Hợp nhất cần ít nhất hai tổ chức cùng chấm dứt. Hãy chọn thêm tổ chức cùng hợp nhất.',
  'register.act.succeeds-itself': (facts: Facts) =>
    `“${facts.name}” không thể tự tiếp nhận chính mình. Hãy chọn tổ chức khác.`,
  'register.act.successor-not-there': (facts: Facts) =>
    `Vào ngày ${day(facts.on)}, “${facts.name}” chưa thành lập hoặc đã chấm dứt. Hãy sửa ngày, hoặc chọn tổ chức khác.`,
  'register.act.other-kind': (facts: Facts) =>
    `“${facts.name}” khác loại hình, mà ${facts.act === 'merge' ? 'sáp nhập' : 'hợp nhất'} chỉ giữa các tổ chức cùng loại hình (Luật 17/2023/QH15, Đ.94–95). Hãy chọn tổ chức cùng loại.`,
  'register.act.converts-group-only': (facts: Facts) =>
    `Chỉ tổ hợp tác chuyển đổi thành hợp tác xã (Luật 17/2023/QH15, Đ.108); “${facts.name}” phải là hợp tác xã. Hãy chọn lại.`,
  'register.act.later-act-rests-on-it': (facts: Facts) =>
    `Việc “${actLabels[facts.later as ActKind]}” ngày ${day(facts.laterOn)} dựa vào việc này: bỏ đi thì việc ấy không còn hợp lệ. Hãy đính chính hoặc rút việc ấy trước.`,
  'register.status.evidence-missing': () =>
    'Chưa ghi căn cứ. Hãy ghi số, ngày của quyết định, thông báo hoặc nguồn tin.',
  'register.sector.unknown': (facts: Facts) => `Không có lĩnh vực “${facts.code}”. Hãy chọn trong danh sách.`,
  'register.sector.is-credit-fund': () =>
    'Quỹ tín dụng nhân dân không tính vào số HTX. Hãy chuyển dòng này sang trang QTDND.',
  'register.women-over-members': partOver('Thành viên nữ', 'tổng số thành viên'),
  'register.minority-over-members': partOver('Thành viên dân tộc thiểu số', 'tổng số thành viên'),
  'register.official-over-members': partOver('Thành viên chính thức', 'tổng số thành viên'),
  'register.associate-over-members': partOver('Thành viên liên kết', 'tổng số thành viên'),
  'register.served-over-members': partOver('Thành viên dùng dịch vụ', 'tổng số thành viên'),
  'register.women-over-workers': partOver('Lao động nữ', 'lao động thường xuyên'),
  'register.fund.bad-debt-over-loans': (facts: { badDebtDong: string; loansDong: string }) =>
    `Nợ xấu (${formatDongFull(BigInt(facts.badDebtDong))}) lớn hơn dư nợ cho vay (${formatDongFull(BigInt(facts.loansDong))}). Hãy xem lại hai số này.`,
  'register.organisation.probable-duplicate': (facts: Facts) =>
    `Có thể trùng với “${facts.name}”${facts.commune ? ` (${facts.commune})` : ''}: ${WHY_DUPLICATE[String(facts.why)]}. Vẫn ghi thành dòng mới; hãy kiểm tra và báo người phụ trách sổ bộ nếu là một tổ chức.`,
  'register.organisation.code-elsewhere': (facts: Facts) =>
    `Mã số ${facts.code} đã có ở liên minh khác: “${facts.name}” (${facts.commune}). Hãy đối chiếu giấy chứng nhận.`,
  'register.attachment.not-found': () =>
    'Không có tệp này ở hồ sơ, hoặc tệp đã được gỡ. Hãy mở lại thẻ Hồ sơ của tổ chức để xem các tệp hiện có.',
  'register.organisation.not-found': () =>
    'Không có tổ chức này trong sổ bộ, hoặc ngoài phạm vi của bạn. Hãy tìm lại trong danh sách.',
  'register.organisation.changed-meanwhile': (facts: { by: string; fields: readonly string[] }) =>
    `${facts.by} vừa sửa tổ chức này trong lúc bạn nhập (${labelsOf(facts.fields)}). Hãy chọn giá trị giữ lại cho từng ô rồi lưu.`,
  'register.field.unknown': (facts: Facts) => `Không có trường “${facts.field}”. Hãy tải lại trang.`,
  'register.field.nothing-to-verify': (facts: { field: string }) =>
    `“${label(facts.field)}” chưa có giá trị nên chưa xác minh được. Hãy nhập giá trị trước.`,
  'register.conflict.not-found': () => 'Xung đột này không còn trong hàng chờ. Hãy tải lại trang.',
  'register.persons-export.empty': () =>
    'Không có dòng nào có thông tin cá nhân trong phạm vi của bạn, nên không có gì để xuất. Hãy đổi bộ lọc.',
  'register.persons-export.several-alliances': (facts: Facts) =>
    `Danh sách này có người của ${facts.count} liên minh, mà người của liên minh nào do liên minh ấy duyệt. Hãy lọc theo một liên minh rồi trình lại.`,
  'register.persons-export.changed-since-proposal': (facts: Facts) =>
    `Danh sách người đã khác lúc trình (lúc trình ${facts.before} người, nay ${facts.after} người) nên không duyệt được nữa. Người trình cần rút và trình lại.`,
  'register.count.not-found': (facts: Facts) => `Không có phép đếm “${facts.countedBy}” trên sổ bộ.`,
};

export const text = {
  row: (rowNo: number) => `dòng ${formatNumber(rowNo)}`,
  undo: {
    stays: (fields: readonly string[]) =>
      `Đã được sửa hoặc xác minh sau lần nhập này (${labelsOf(fields)}), nên không xóa khỏi sổ bộ.`,
    keptFields: (fields: readonly string[]) =>
      `Giữ nguyên ${labelsOf(fields)}: đã được sửa hoặc xác minh sau lần nhập này.`,
  },
};
