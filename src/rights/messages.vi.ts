import { formatDate, formatMoment, formatNumber } from '#platform/i18n/format.ts';
import type { Channel, Clock, HoldKind, Outcome, PersonRole, RequestAct, RequestKind } from './model.ts';

export const kindLabels: Readonly<Record<RequestKind, string>> = {
  view: 'Xem dữ liệu',
  correct: 'Chỉnh sửa',
  restrict: 'Hạn chế xử lý',
  delete: 'Xóa dữ liệu',
  object: 'Phản đối xử lý',
  copy: 'Nhận bản sao',
};

export const actLabels: Readonly<Record<RequestAct, string>> = {
  acknowledge: 'Báo đã nhận và trình tự giải quyết',
  'ask-identity': 'Hỏi chứng minh nhân thân',
  'prove-identity': 'Ghi đã kiểm tra nhân thân',
  extend: 'Gia hạn một lần',
  answer: 'Trả lời: thực hiện toàn bộ',
  'answer-in-part': 'Trả lời: thực hiện một phần',
  refuse: 'Từ chối',
  'withdraw-contact': 'Người yêu cầu rút đồng ý về liên hệ',
};

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  whole: 'Đã thực hiện toàn bộ',
  part: 'Đã thực hiện một phần',
  refused: 'Đã từ chối',
};

export const channelLabels: Readonly<Record<Channel, string>> = {
  paper: 'Giấy ký',
  'in-person': 'Trực tiếp',
  'e-mail': 'Thư điện tử',
  web: 'Biểu mẫu trên mạng',
};

export const roleLabels: Readonly<Record<PersonRole, string>> = {
  representative: 'Người đại diện',
  accountant: 'Kế toán',
  other: 'Người khác',
};

export const holdLabels: Readonly<Record<HoldKind, string>> = {
  award: 'Quyết định khen thưởng',
  loan: 'Hồ sơ vay vốn',
  inspection: 'Thanh tra, kiểm tra',
  dispute: 'Khiếu nại, tranh chấp',
};

export const refusals = {
  'rights.organisation.unknown': () => 'Không tìm thấy tổ chức này trong sổ bộ. Hãy tìm lại theo tên.',
  'rights.consent.in-future': () => 'Ngày ký ở phía sau hôm nay. Hãy ghi ngày trên giấy.',
  'rights.consent.no-text': () =>
    'Vào ngày ký chưa có bản lời đồng ý cho mục đích này. Hãy in bản hiện hành và ký lại.',
  'rights.consent.in-force': () => 'Người này đã đồng ý mục đích này và chưa rút. Không cần ghi lần nữa.',
  'rights.consent.not-in-force': () => 'Sự đồng ý này đã được rút trước đó. Hãy tải lại trang để xem.',
  'rights.hold.reason-needed': () => 'Hãy ghi vì sao dữ liệu phải giữ lại.',
  'rights.hold.ground-needed': () => 'Hãy ghi căn cứ: số quyết định, hợp đồng hoặc điều luật.',
  'rights.hold.not-in-force': () => 'Lệnh giữ này đã được bỏ. Hãy tải lại trang để xem.',
  'rights.request.not-found': () => 'Không có yêu cầu nào mang mã này. Hãy xem lại mã trên biên nhận.',
  'rights.request.closed': () => 'Yêu cầu này đã khép. Người yêu cầu có thể gửi yêu cầu mới.',
  'rights.request.held': (facts: { reason?: unknown }) =>
    `Có lệnh giữ dữ liệu: ${facts.reason}. Chỉ có thể thực hiện một phần, kèm lý do và căn cứ.`,
  'rights.request.not-now': () => 'Bước này không làm được lúc này. Hãy tải lại trang để xem các bước còn mở.',
  'rights.request.note-needed': () =>
    'Hãy ghi nội dung của bước này; không ghi số căn cước, không đính kèm ảnh giấy tờ.',
  'rights.request.ground-needed': () => 'Hãy ghi căn cứ pháp luật của bước này.',
  'rights.request.too-many': (facts: { most?: unknown }) =>
    `Từ nơi này đã gửi ${facts.most} yêu cầu trong một giờ. Hãy thử lại sau, hoặc gửi bằng giấy tới liên minh.`,
  'rights.certificate.not-found': () => 'Không có biên bản xóa mang số này. Hãy chọn trong danh sách.',
  'rights.incident.not-found': () => 'Không có sự cố mang số này. Hãy chọn trong danh sách.',
  'rights.incident.closed': () => 'Sự cố này đã khép, không ghi thêm được. Hãy mở sổ mới nếu có việc mới.',
  'rights.incident.cause-needed': () => 'Chưa ghi nguyên nhân. Sự cố chỉ khép được khi đã rõ vì sao xảy ra.',
  'rights.incident.lesson-needed': () => 'Chưa ghi bài học. Sự cố chỉ khép được khi đã rõ lần sau làm khác thế nào.',
  'rights.incident.moment-unreadable': () => 'Thời điểm chưa đọc được. Hãy viết ngày và giờ, ví dụ 05/07/2024 14:30.',
  'rights.incident.in-future': () => 'Thời điểm phát hiện ở phía sau hiện tại. Hãy xem lại ngày giờ.',
  'rights.incident.out-of-time': () => 'Thời điểm phải từ lúc phát hiện đến hiện tại. Hãy xem lại ngày giờ.',
};

/** The clock in a few words. */
export function sayClock({ state, left, dueOn }: Clock): string {
  switch (state) {
    case 'paused':
      return `Đồng hồ dừng, còn ${formatNumber(left)} ngày`;
    case 'overdue':
      return dueOn ? `Quá hạn từ ${formatDate(dueOn)}` : 'Đã quá hạn trước khi dừng';
    case 'met':
      return 'Đúng hạn';
    case 'missed':
      return `Trễ hạn ${formatDate(dueOn)}`;
    case 'soon':
    case 'running':
      return `Hạn ${formatDate(dueOn)}`;
  }
}

export const text = {
  area: 'Dữ liệu cá nhân',
  ask: {
    title: 'Yêu cầu về dữ liệu cá nhân của bạn',
    lead: 'Dành cho người có dữ liệu trong hệ thống này. Không cần tài khoản, không cần gửi ảnh giấy tờ.',
    kind: 'Bạn muốn gì?',
    kindHints: {
      view: 'Biết hệ thống đang giữ gì về bạn',
      correct: 'Sửa chỗ sai hoặc thiếu',
      restrict: 'Tạm không dùng dữ liệu của bạn',
      delete: 'Xóa dữ liệu không còn cần',
      object: 'Không dùng dữ liệu vào một việc nhất định',
      copy: 'Nhận dữ liệu của bạn bằng tệp hoặc giấy',
    } satisfies Record<RequestKind, string>,
    unit: 'Gửi tới liên minh nào?',
    unitUnknown: 'Tôi không rõ, hãy chuyển giúp',
    wish: 'Nói rõ dữ liệu nào, về việc gì',
    wishHint: 'Đừng ghi số căn cước hay thông tin của người khác.',
    reach: 'Báo kết quả cho bạn (không bắt buộc)',
    reachHint: 'Bỏ trống cũng được: bạn theo dõi bằng mã biên nhận.',
    name: 'Tên để xưng hô',
    contact: 'Số điện thoại hoặc thư điện tử',
    consent: 'Tôi đồng ý để liên minh dùng thông tin liên hệ này báo kết quả yêu cầu.',
    consentMore: 'Bạn đồng ý điều gì',
    notConsented: 'Không đánh dấu thì thông tin liên hệ không được lưu; yêu cầu vẫn được giải quyết.',
    trap: 'Để trống ô này',
    send: 'Gửi yêu cầu',
    notSent: 'Chưa gửi được',
    deadline: (days: number) => `Bạn được trả lời về trình tự trong ${formatNumber(days)} ngày làm việc từ lúc gửi.`,
    wishNeeded: 'Hãy nói rõ dữ liệu nào, về việc gì.',
    kindNeeded: 'Hãy chọn một việc.',
    wishTooLong: 'Lời yêu cầu quá 2.000 chữ cái. Hãy viết gọn lại.',
    nameTooLong: 'Tên quá dài. Hãy viết gọn lại.',
    contactTooLong: 'Liên hệ quá dài. Hãy ghi một số điện thoại hoặc một địa chỉ.',
    follow: 'Theo dõi yêu cầu đã gửi',
    code: 'Mã biên nhận',
    open: 'Xem',
    parts: {
      what: 'Dữ liệu',
      why: 'Mục đích',
      who: 'Ai được xem',
      howLong: 'Giữ bao lâu',
      yourRights: 'Quyền của bạn',
      withdrawing: 'Rút đồng ý',
      ifRefused: 'Nếu không đồng ý',
    },
  },
  follow: {
    title: 'Theo dõi yêu cầu',
    keep: 'Hãy chép hoặc chụp lại mã này. Ai có mã đều xem được tình trạng, nhưng không thấy thông tin của bạn.',
    code: 'Mã biên nhận',
    kind: 'Yêu cầu',
    received: 'Nhận lúc',
    answer: 'Trả lời về trình tự',
    execute: 'Thực hiện yêu cầu',
    state: 'Tình trạng',
    open: 'Đang giải quyết',
    steps: 'Các bước',
    ground: (ground: string) => `Căn cứ: ${ground}`,
    contact: 'Bạn đã đồng ý để liên minh dùng thông tin liên hệ báo kết quả.',
    withdraw: 'Rút đồng ý, xóa liên hệ của tôi',
    again: 'Gửi yêu cầu khác',
    receivedStep: 'Nhận yêu cầu',
  },
  requests: {
    title: 'Yêu cầu dữ liệu',
    sub: 'Người có dữ liệu yêu cầu; đồng hồ chạy từ lúc nhận, chỉ dừng khi chờ chứng minh nhân thân.',
    caption: 'Các yêu cầu, việc đang mở trước',
    columns: {
      code: 'Mã',
      kind: 'Yêu cầu',
      unit: 'Liên minh',
      received: 'Nhận lúc',
      answer: 'Trả lời',
      execute: 'Thực hiện',
      state: 'Tình trạng',
    },
    noUnit: 'Chưa rõ',
    open: 'Đang mở',
    empty: 'Chưa có yêu cầu nào',
    emptyWhy: 'Người dân gửi tại trang “Yêu cầu về dữ liệu cá nhân” ở chân cổng tin.',
    publicForm: 'Mở biểu mẫu cho người dân',
    wish: 'Lời yêu cầu',
    who: 'Người yêu cầu',
    contact: 'Liên hệ',
    noContact: 'Không để lại; người yêu cầu theo dõi bằng mã',
    erased: 'Đã xóa theo thời hạn giữ',
    history: 'Đã làm',
    received: 'Nhận yêu cầu',
    next: 'Bước tiếp theo',
    act: 'Bước',
    note: 'Nội dung',
    noteHint:
      'Nhân thân: ghi cách đã kiểm tra (gọi lại số trong sổ bộ, gặp trực tiếp…). Không chép số, không chụp giấy tờ.',
    ground: 'Căn cứ pháp luật',
    groundHint: 'Cần khi gia hạn, thực hiện một phần hoặc từ chối',
    save: 'Ghi bước này',
    held: (reason: string) => `Lệnh giữ dữ liệu: ${reason}`,
    heldWhy: 'Chỉ được thực hiện một phần, kèm lý do và căn cứ.',
    closed: (at: Date, by: string) => `Khép lúc ${formatMoment(at)}, ${by}`,
    place: 'Yêu cầu này về tổ chức nào',
    placed: 'Tổ chức',
    placeNone: 'Chưa gắn với tổ chức nào',
    placeHint: 'Gắn tổ chức để biết lệnh giữ dữ liệu và liên minh phải trả lời.',
    find: 'Tìm tổ chức theo tên',
    search: 'Tìm',
    choose: 'Chọn',
    moveTo: 'Liên minh phải trả lời',
    move: 'Chuyển',
    none: 'Không tìm thấy tổ chức nào. Hãy thử phần khác của tên.',
    terms: (citation: string, isVerified: boolean) =>
      `Thời hạn theo ${citation}${isVerified ? '.' : ', chưa được đối chiếu với nguyên văn.'}`,
  },
  consent: {
    title: 'Sự đồng ý',
    sub: 'Mỗi mục đích một lời hỏi riêng; không mục nào đánh dấu sẵn. Rút dễ như cho.',
    find: 'Tìm tổ chức theo tên',
    search: 'Tìm',
    none: 'Không tìm thấy tổ chức nào. Hãy thử phần khác của tên.',
    start: 'Chọn một tổ chức',
    startWhy: 'Sự đồng ý được ghi theo tổ chức và vai trò của người ký.',
    give: 'Ghi sự đồng ý',
    purposes: 'Đồng ý những mục nào',
    purposesHint: 'Chỉ đánh dấu mục người ký đã tự đánh dấu. Không mục nào cũng được: mọi dịch vụ vẫn như cũ.',
    role: 'Vai trò',
    name: 'Họ tên người ký',
    day: 'Ngày ký',
    channel: 'Kênh',
    save: 'Ghi sự đồng ý',
    nameNeeded: 'Hãy ghi họ tên người ký, không quá 200 chữ cái.',
    dayNeeded: 'Hãy ghi ngày ký.',
    list: 'Đã ghi',
    listEmpty: 'Chưa có sự đồng ý nào được ghi cho tổ chức này.',
    columns: { purpose: 'Mục đích', who: 'Người', given: 'Đồng ý', state: 'Hiện nay' },
    version: (version: number) => `bản ${version}`,
    inForce: 'Còn hiệu lực',
    withdrawn: (day: string) => `Đã rút ${day}`,
    withdraw: 'Rút',
    withdrawOf: (title: string) => `Rút: ${title}`,
    print: 'In lời hỏi để ký',
    nothing: 'Người ký không đồng ý mục nào. Không ghi gì thêm, mọi dịch vụ vẫn như cũ.',
    saved: (count: number) => `Đã ghi ${formatNumber(count)} mục đồng ý.`,
    erasedName: 'Đã xóa tên',
    holds: 'Lệnh giữ dữ liệu',
    holdsHint: 'Khi có quyết định khen thưởng, hồ sơ vay… dữ liệu về người của tổ chức này chưa được xóa.',
    holdKind: 'Vì việc gì',
    holdReason: 'Lý do',
    holdGround: 'Căn cứ',
    holdSave: 'Đặt lệnh giữ',
    holdLift: 'Bỏ lệnh giữ',
    noHolds: 'Không có lệnh giữ nào.',
  },
  paper: {
    title: 'Lời hỏi ý kiến về dữ liệu cá nhân',
    organisation: 'Tổ chức',
    version: (version: number) => `Bản ${version}`,
    intro:
      'Mỗi mục dưới đây là một lời hỏi riêng. Bạn đánh dấu mục nào thì chỉ đồng ý mục ấy; để trống là không đồng ý.',
    agree: 'Tôi đồng ý',
    signer: 'Họ tên, vai trò',
    day: 'Ngày',
    signature: 'Chữ ký',
    print: 'In: dùng lệnh in của trình duyệt',
    back: 'Về trang ghi sự đồng ý',
  },
};
