import type { IsoDate } from '#kernel/time.ts';
import { formatDate, formatMoment, formatNumber } from '#platform/i18n/format.ts';
import type { Masking, People, Purpose, Retention, Sensitivity, Viewer } from './model.ts';

export const refusals = {
  'privacy.organisation.not-found': () =>
    'Không có tổ chức này trong sổ bộ, hoặc ngoài phạm vi của bạn. Hãy tìm lại trong danh sách.',
};

export const peopleLabels: Readonly<Record<People, string>> = {
  staff: 'Cán bộ',
  representatives: 'Người đại diện tổ chức',
  'office-holders': 'Người giữ chức vụ công khai',
  visitors: 'Khách xem cổng tin',
  citizens: 'Người dân gửi yêu cầu',
};

export const purposeLabels: Readonly<Record<Purpose, string>> = {
  'run-accounts': 'Vận hành tài khoản, phân quyền',
  'keep-register': 'Quản lý sổ bộ, liên hệ với tổ chức',
  'collect-figures': 'Thu nhận, đối chiếu số liệu báo cáo',
  accountability: 'Xác định người chịu trách nhiệm của việc công',
  security: 'Bảo đảm an toàn thông tin',
  'public-information': 'Công khai thông tin của cơ quan',
  'answer-people': 'Trả lời yêu cầu của người dân',
  'privacy-proof': 'Chứng minh việc bảo vệ dữ liệu cá nhân',
};

export const retentionLabels: Readonly<Record<Retention, string>> = {
  'closed-accounts': 'Thời gian công tác và 2 năm',
  sessions: 'Đến khi hết phiên và 1 ngày',
  'sign-in-attempts': '24 giờ',
  uploads: '1 ngày nếu không ghi vào sổ',
  'visit-hashes': 'Không quá 24 giờ',
  'request-senders': '24 giờ',
  'request-words': '24 tháng sau khi trả lời',
  'consent-names': '24 tháng sau khi rút',
  logs: '24 tháng',
  exports: '72 giờ, sau đó hủy khóa',
  representatives: 'Thời gian giữ chức và 5 năm; điện thoại xóa khi thôi giữ chức',
  'with-record': 'Theo thời hạn lưu của hồ sơ mang tên',
  published: 'Vĩnh viễn, trừ khi có yêu cầu gỡ được chấp nhận',
};

export const viewerLabels: Readonly<Record<Viewer, string>> = {
  admin: 'Quản trị hệ thống',
  secretary: 'Thư ký cụm',
  leader: 'Lãnh đạo liên minh',
  officer: 'Cán bộ liên minh',
  editor: 'Biên tập',
  inspector: 'Kiểm tra',
  self: 'Chính người đó',
  public: 'Công chúng',
  nobody: 'Không ai',
};

export const sensitivityLabels: Readonly<Record<Sensitivity, string>> = { basic: 'Cơ bản', sensitive: 'Nhạy cảm' };

export const maskingLabels: Readonly<Record<Masking, string>> = {
  none: 'Không che',
  'by-role': 'Ẩn theo vai trò',
  phone: 'Che giữa số',
  hash: 'Chỉ giữ mã băm, bản mã hóa',
};

export const text = {
  area: 'Dữ liệu cá nhân',
  map: {
    title: 'Bản đồ dữ liệu cá nhân',
    sub: (columns: number, tables: number) =>
      `${formatNumber(columns)} trường trong ${formatNumber(tables)} bảng. Trường mới chưa khai mục đích, căn cứ, thời hạn, người xem thì không qua kiểm thử.`,
    download: 'Tải CSV',
    assessment: 'Hồ sơ đánh giá tác động',
    readers: 'Ai đã đọc',
    caption: (table: string) => `Trường chứa dữ liệu cá nhân của ${table}`,
    heads: {
      column: 'Trường',
      data: 'Dữ liệu',
      people: 'Của ai',
      purpose: 'Mục đích',
      basis: 'Căn cứ',
      retention: 'Thời hạn',
      viewers: 'Người xem',
      sensitivity: 'Loại',
      masking: 'Che',
    },
    certainty: 'Độ tin của căn cứ',
    toCheck: 'cần đối chiếu văn bản gốc',
    fileName: (today: string) => `ban-do-du-lieu-ca-nhan-${today}.csv`,
  },
  assessment: {
    title: 'Hồ sơ đánh giá tác động xử lý dữ liệu cá nhân',
    crumb: 'Hồ sơ đánh giá tác động',
    sub: 'Sinh từ bản đồ dữ liệu, để in và nộp. Phần “cần đối chiếu” phải được người phụ trách kiểm tra trước khi nộp.',
    issue: 'Lập hồ sơ của hôm nay',
    issued: (at: Date, by: string) => `Lập lúc ${formatMoment(at)}, ${by}.`,
    never: 'Chưa lập lần nào; đây là bản thảo theo bản đồ hiện hành.',
    draft: 'Bản đồ đã đổi từ lần lập gần nhất; đây là bản thảo mới.',
    due: (on: IsoDate) => `Lập lại trước ngày ${formatDate(on)}.`,
    download: 'Tải CSV',
    systems: '1. Hệ thống và bên xử lý',
    systemsText: [
      ['Hệ thống', 'Hợp Lực: sổ bộ hợp tác xã, số liệu báo cáo, báo cáo của cụm, cổng tin'],
      ['Bên kiểm soát dữ liệu', 'Liên minh Hợp tác xã tỉnh, với dữ liệu của liên minh mình'],
      ['Nơi đặt', 'Máy chủ của đơn vị, trong nước; không dùng dịch vụ ngoài, không gửi dữ liệu ra nước ngoài'],
      ['Ra quyết định tự động', 'Không có'],
    ] as readonly (readonly [string, string])[],
    flows: '2. Luồng dữ liệu',
    flowHeads: {
      purpose: 'Mục đích',
      people: 'Của ai',
      data: 'Dữ liệu',
      recipients: 'Bên nhận',
      retention: 'Thời hạn',
    },
    measures: '3. Biện pháp bảo vệ',
    measuresText: [
      'Quyền theo vai trò và phạm vi; cái gì không được cho phép thì bị từ chối.',
      'Điện thoại che mặc định; hiện số phải nêu mục đích và được ghi nhật ký.',
      'Mỗi lần xem dữ liệu cá nhân được ghi: ai, của ai, mục đích, lúc nào; đọc quá mức thì dừng và báo quản trị.',
      'Danh sách xuất ra không kèm dữ liệu cá nhân; bản xuất có dữ liệu cá nhân phải nêu mục đích, mang dấu, mã hóa, hết hạn.',
      'Không thu số căn cước, ngày sinh; tệp Excel có cột như vậy được nhắc xóa trước khi ghi.',
      'Nhật ký các việc nối chuỗi mã băm, không sửa, không xóa được.',
      'Sao lưu mã hóa; dữ liệu thật không khôi phục được vào hệ thống thử nghiệm.',
    ],
    risks: '4. Rủi ro còn lại',
    riskHeads: { risk: 'Rủi ro', measure: 'Cách giảm' },
    risksText: [
      ['Cán bộ đọc hàng loạt', 'Giới hạn số người đọc mỗi giờ, cảnh báo, nhật ký xem'],
      ['Tệp xuất bị chuyển tiếp', 'Dấu người xuất trên tệp và từng trang in; hết hạn; quy định xóa sau khi dùng'],
      ['Ghi chú tự do nêu tên người', 'Chỉ người của liên minh xem; nhắc khi tệp có số giống số căn cước'],
      ['Lộ bản sao lưu', 'Mã hóa, khóa giữ riêng'],
    ] as readonly (readonly [string, string])[],
    counts: (columns: number, sensitive: number) =>
      `${formatNumber(columns)} trường, trong đó ${formatNumber(sensitive)} trường nhạy cảm (mã băm, khóa: không ai đọc được).`,
    sign: 'Người phụ trách bảo vệ dữ liệu',
    fileName: (today: string) => `ho-so-danh-gia-${today}.csv`,
    fileHeads: ['Phần', 'Mục', 'Nội dung', 'Bên nhận', 'Thời hạn', 'Căn cứ'],
    alertNever: 'Chưa có hồ sơ đánh giá tác động xử lý dữ liệu cá nhân. Hãy lập ở mục Dữ liệu cá nhân.',
    alertOld: (on: IsoDate) =>
      `Hồ sơ đánh giá tác động xử lý dữ liệu cá nhân đã quá hạn từ ${formatDate(on)}. Hãy rà soát bản đồ dữ liệu rồi lập lại.`,
  },
  reads: {
    title: 'Nhật ký xem dữ liệu cá nhân',
    sub: (person: string) => `Ai đã xem thông tin của ${person}.`,
    ofRepresentative: 'người đại diện',
    summary: 'Theo đơn vị và mục đích',
    summaryHeads: { unit: 'Đơn vị', purpose: 'Mục đích', reads: 'Số lần', people: 'Số người xem', last: 'Gần nhất' },
    each: 'Từng lần',
    eachHeads: { at: 'Lúc', by: 'Người xem', unit: 'Đơn vị', context: 'Nơi xem', purpose: 'Mục đích' },
    empty: 'Chưa có lần xem nào được ghi',
    emptyWhy: 'Từ khi có nhật ký này, mỗi lần mở hồ sơ, danh sách hoặc tệp có người đại diện đều được ghi ở đây.',
    newest: (shown: number, of: number) => `${formatNumber(shown)} lần gần nhất trong ${formatNumber(of)} lần.`,
    print: 'In để trả lời người đại diện',
    wholeSystem: 'Toàn hệ thống',
    right: 'Người đại diện có quyền hỏi ai đã xem thông tin của mình. Bản in này trả lời câu hỏi đó.',
  },
  readers: {
    title: 'Ai đã đọc dữ liệu cá nhân',
    crumb: 'Ai đã đọc',
    sub: (days: number) => `${formatNumber(days)} ngày qua, người đọc nhiều nhất trước.`,
    caption: 'Người đọc dữ liệu cá nhân',
    heads: {
      by: 'Người đọc',
      unit: 'Đơn vị',
      people: 'Hồ sơ khác nhau',
      reads: 'Số lần',
      exported: 'Trong bản xuất',
      stops: 'Bị dừng',
      last: 'Gần nhất',
    },
    empty: 'Chưa ai đọc dữ liệu cá nhân trong thời gian này',
    stops: 'Các lần bị dừng',
    stop: (by: string, at: Date, people: number, most: number) =>
      `${formatMoment(at)}: ${by} muốn đọc ${formatNumber(people)} người trong một giờ, mức tối đa ${formatNumber(most)}.`,
  },
  exports: {
    title: 'Bản xuất có dữ liệu cá nhân của tôi',
    crumb: 'Bản xuất của tôi',
    sub: 'Chỉ tài khoản này mở được; hết hạn thì khóa của tệp bị hủy.',
    caption: 'Các bản xuất của tôi',
    heads: { name: 'Tệp', purpose: 'Mục đích', people: 'Số người', made: 'Lập lúc', expires: 'Hết hạn', fetch: 'Tải' },
    fetch: 'Tải về',
    fetchOf: (name: string, made: string) => `Tải ${name}, lập lúc ${made}`,
    expired: 'Đã hết hạn',
    made: 'Bản xuất đã được duyệt. Tải về trong bảng dưới đây.',
    empty: 'Chưa có bản xuất nào',
    emptyWhy:
      'Trình từ danh sách trong Sổ bộ, mục Xuất danh sách. Tệp chỉ có sau khi người thứ hai duyệt; đề nghị đang chờ nằm ở trang Chờ duyệt.',
    waiting: 'Đề nghị chờ duyệt',
  },
};
