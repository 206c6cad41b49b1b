import type { Role } from '#platform/ctx.ts';

export const refusals = {
  'platform.access.denied': () =>
    'Tài khoản của bạn chưa được giao việc này ở đơn vị này. Hãy nhờ quản trị hệ thống cấp quyền.',
  'platform.api.cursor-unreadable': () =>
    'Giá trị cursor không đọc được. Hãy dùng nguyên giá trị next của trang trước, hoặc bỏ cursor để đọc từ đầu.',
  'platform.sign-in.wrong': (facts: { remaining: number }) =>
    facts.remaining > 0
      ? `Tên đăng nhập hoặc mật khẩu chưa đúng. Còn ${facts.remaining} lần thử trước khi tạm khóa 15 phút.`
      : 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy thử lại sau 15 phút.',
  'platform.sign-in.too-many': (facts: { minutes: number }) =>
    `Đã thử sai quá nhiều lần nên tạm khóa đăng nhập. Hãy thử lại sau ${facts.minutes} phút.`,
  'platform.password.too-short': (facts: { lengthMin: number }) =>
    `Mật khẩu cần ít nhất ${facts.lengthMin} ký tự. Hãy dùng một câu ngắn dễ nhớ.`,
  'platform.password.too-long': (facts: { lengthMax: number }) => `Mật khẩu dài nhất ${facts.lengthMax} ký tự.`,
  'platform.password.too-common': () => 'Mật khẩu này quá phổ biến, dễ bị đoán. Hãy chọn một câu riêng của bạn.',
  'platform.password.contains-login': () => 'Mật khẩu không được chứa tên đăng nhập. Hãy chọn mật khẩu khác.',
  'platform.password.same': () => 'Mật khẩu mới giống mật khẩu hiện tại. Hãy chọn mật khẩu khác.',
  'platform.password.present-wrong': (facts: { remaining: number }) =>
    `Mật khẩu hiện tại chưa đúng. Còn ${facts.remaining} lần thử trước khi tạm khóa 15 phút.`,
  'platform.factor.wrong': (facts: { remaining: number }) =>
    facts.remaining > 0
      ? `Mã chưa đúng, hết hạn hoặc đã dùng rồi. Hãy nhập mã mới. Còn ${facts.remaining} lần thử trước khi tạm khóa 15 phút.`
      : 'Mã chưa đúng. Hãy thử lại sau 15 phút.',
  'platform.factor.code-wrong': () =>
    'Mã chưa khớp với khóa này. Kiểm tra giờ trên điện thoại để tự động, rồi nhập 6 số đang hiện.',
  'platform.factor.not-fresh': () =>
    'Cần xác minh lại trước khi làm việc này. Hãy bấm “Xác minh lại” trên trang Tài khoản của tôi rồi làm lại.',
  'platform.factor.last': (facts: { name: string }) =>
    `“${facts.name}” là cách xác minh cuối cùng mà vai trò của bạn cần có. Hãy thêm cách khác trước khi gỡ.`,
  'platform.factor.enough': (facts: { max: number }) =>
    `Mỗi tài khoản có nhiều nhất ${facts.max} cách xác minh. Hãy gỡ một cách không còn dùng.`,
  'platform.factor.none': () => 'Chưa có cách xác minh nào. Hãy thêm một cách, mã khôi phục sẽ được tạo cùng.',
  'platform.factor.gone': () => 'Cách xác minh này không còn. Hãy tải lại trang.',
  'platform.passkey.refused': () =>
    'Khóa truy cập này không dùng được ở đây, hoặc trang đã mở quá lâu. Hãy bấm lại, hoặc dùng cách khác.',
  'platform.passkey.known': () => 'Khóa truy cập này đã được thêm rồi. Hãy dùng khóa khác.',
  'platform.session.over': () => 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại.',
  'platform.session.gone': () => 'Phiên này đã kết thúc từ trước. Hãy tải lại trang.',
  'platform.openid.down': () =>
    'Hệ thống đăng nhập chung chưa trả lời. Hãy thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu của Hợp Lực.',
  'platform.openid.cancelled': () => 'Bạn đã dừng việc đăng nhập ở hệ thống đăng nhập chung. Hãy thử lại khi cần.',
  'platform.openid.stale': () =>
    'Lần đăng nhập này đã dùng rồi, đã quá 10 phút, hoặc bắt đầu từ trình duyệt khác. Hãy đăng nhập lại từ đầu.',
  'platform.openid.refused': () =>
    'Câu trả lời của hệ thống đăng nhập chung không hợp lệ nên chưa mở phiên. Hãy đăng nhập lại từ đầu; nếu vẫn vậy, báo quản trị hệ thống.',
  'platform.openid.unlinked': (facts: { code: string }) =>
    `Bạn đã đăng nhập đúng, nhưng tài khoản ấy chưa được nối với tài khoản Hợp Lực nào. Hãy gửi quản trị hệ thống địa chỉ thư công vụ của bạn và mã tra cứu ${facts.code}; họ nối xong thì bạn đăng nhập lại.`,
  'platform.openid.closed': () =>
    'Tài khoản Hợp Lực của bạn đã đóng. Nếu bạn vẫn làm việc này, hãy nhờ quản trị hệ thống mở tài khoản.',
  'platform.openid.no-address': () =>
    'Chưa đặt địa chỉ công khai của Hợp Lực nên hệ thống đăng nhập chung không biết trả lời về đâu. Hãy báo quản trị hệ thống đặt PUBLIC_URL.',
  'platform.openid.not-set-up': () =>
    'Chưa có hệ thống đăng nhập chung. Hãy đặt OIDC_ISSUER và OIDC_CLIENT_ID như máy chủ, rồi chạy lại.',
  'platform.openid.only': () =>
    'Ở đây cán bộ đăng nhập qua hệ thống đăng nhập chung; mật khẩu và khóa truy cập tại chỗ chỉ dành cho quản trị hệ thống khi có sự cố.',
  'platform.identity.one-way-only': () => 'Hãy cho đúng một trong hai: --subject hoặc --email.',
  'platform.identity.email-invalid': () => 'Địa chỉ thư không đúng dạng. Viết như ten@nghean.example.vn.',
  'platform.identity.subject-invalid': () =>
    'Mã người dùng ở nhà cung cấp (sub) không được trống và dài nhất 255 ký tự.',
  'platform.identity.account-closed': (facts: { login: string }) =>
    `Tài khoản “${facts.login}” đã đóng nên không nối được. Hãy mở lại tài khoản trước.`,
  'platform.identity.already-linked': () =>
    'Tài khoản này đã nối với một người ở nhà cung cấp. Hãy chạy “hopluc user unlink” trước.',
  'platform.identity.already-awaited': () =>
    'Tài khoản này đang chờ một địa chỉ thư rồi. Hãy chạy “hopluc user unlink” trước.',
  'platform.identity.taken': () =>
    'Người này ở nhà cung cấp đã nối với một tài khoản khác. Hãy chạy “hopluc user unlink” cho tài khoản ấy trước.',
  'platform.account.login-unknown': (facts: { login: string }) =>
    `Không có tài khoản “${facts.login}”. Hãy kiểm tra tên đăng nhập.`,
  'platform.account.login-invalid': () =>
    'Tên đăng nhập gồm 3 đến 60 ký tự: chữ thường không dấu, số, dấu chấm, gạch nối, gạch dưới hoặc @.',
  'platform.account.login-taken': () => 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
  'platform.account.role-unknown': (facts: { role: string }) =>
    `Không có vai trò “${facts.role}”. Vai trò: ${Object.keys(roleNames).join(', ')}.`,
  'platform.account.scope-unknown': (facts: { scope: string }) =>
    `Phạm vi “${facts.scope}” không đọc được. Viết: system, cluster:MÃ-CỤM, alliance:MÃ-LIÊN-MINH, department:MÃ-LIÊN-MINH/phong, fund:MÃ-QUỸ, organisation:MÃ hoặc credit-fund:MÃ.`,
  'platform.account.scope-unfit': (facts: { role: string; scope: string }) =>
    `Vai trò “${roleNames[facts.role as Role] ?? facts.role}” không đi với phạm vi “${facts.scope}”. Hãy chọn lại vai trò, hoặc chọn đúng đơn vị của vai trò ấy.`,
  'platform.account.not-found': () => 'Không có tài khoản này. Hãy tìm lại trong danh sách người dùng.',
  'platform.account.own': () => 'Không tự làm việc này với tài khoản của chính mình. Hãy nhờ một quản trị khác.',
  'platform.account.is-closed': () => 'Tài khoản này đã đóng. Hãy mở lại trước, rồi cấp quyền mới.',
  'platform.account.not-closed': () => 'Tài khoản này đang mở, không cần mở lại.',
  'platform.account.last-admin': () =>
    'Đây là quyền quản trị hệ thống cuối cùng còn hiệu lực. Hãy cấp quyền quản trị cho người khác trước.',
  'platform.account.day-past': () => 'Ngày này đã qua. Quyền chỉ đổi từ hôm nay trở đi; việc đã làm vẫn giữ nguyên.',
  'platform.account.reason-missing': () => 'Hãy ghi lý do, ví dụ “nghỉ hưu theo Quyết định số …”.',
  'platform.account.grant-not-found': () =>
    'Không còn quyền này ở ngày đã chọn. Hãy mở lại trang để xem quyền hiện có.',
  'platform.account.grant-taken': () =>
    'Người này đã có quyền ấy vào ngày đó. Hãy chọn ngày khác hoặc giữ quyền đang có.',
  'platform.account.until-invalid': (facts: { until: string }) =>
    `Ngày hết hạn “${facts.until}” không dùng được. Viết NĂM-THÁNG-NGÀY, ví dụ 2026-12-31, và sau hôm nay.`,
};

export const roleNames: Readonly<Record<Role, string>> = {
  admin: 'Quản trị hệ thống',
  secretary: 'Tổ giúp việc Cụm',
  leader: 'Lãnh đạo',
  officer: 'Cán bộ tổng hợp',
  editor: 'Biên tập Cổng tin',
  inspector: 'Kiểm tra, giám sát',
  'fund-officer': 'Cán bộ Quỹ hỗ trợ',
  'fund-approver': 'Người duyệt Quỹ hỗ trợ',
  'council-member': 'Thành viên Hội đồng thi đua',
  cooperative: 'Hợp tác xã',
  'credit-fund': 'Quỹ tín dụng nhân dân',
};

export const text = {
  nobody: 'Khách',
  wholeSystem: 'Toàn hệ thống',
  demoPassword: (password: string) => `Tài khoản dùng thử (mật khẩu chung: ${password})`,
  signIn: {
    title: 'Đăng nhập',
    lead: 'Dành cho cán bộ Liên minh và đơn vị thành viên.',
    login: 'Tên đăng nhập',
    password: 'Mật khẩu',
    submit: 'Đăng nhập',
    failed: 'Chưa đăng nhập được',
    claim: 'Một sổ bộ, một bộ số liệu, đi từ hợp tác xã đến hội nghị sơ kết',
    points: [
      ['Nhập một lần', 'từ tệp Excel của từng Liên minh'],
      ['Khóa một bản', 'báo cáo, bảng và tin cùng một số'],
      ['Lần về nguồn', 'đến tệp, sheet, ô và người gửi'],
    ],
    openId: 'Đăng nhập qua hệ thống đăng nhập chung',
    onlyOpenId: 'Cán bộ đăng nhập bằng tài khoản do tỉnh cấp.',
    localLead: 'Đăng nhập tại chỗ, dành cho quản trị hệ thống khi có sự cố. Mỗi lần dùng đều báo cho mọi quản trị.',
    idle: 'Phiên làm việc tự đóng sau 30 phút không dùng.',
    toPortal: 'Về cổng thông tin',
    loginNeeded: 'Hãy nhập tên đăng nhập.',
    passwordNeeded: 'Hãy nhập mật khẩu.',
  },
  openId: {
    failed: 'Chưa đăng nhập được',
    again: 'Đăng nhập lại',
    local: 'Đăng nhập bằng mật khẩu',
    localForAdministrators: 'Đăng nhập tại chỗ (chỉ quản trị hệ thống)',
    breakGlass: (login: string, at: string) =>
      `Tài khoản “${login}” đã đăng nhập tại chỗ lúc ${at}, không qua hệ thống đăng nhập chung. Nếu không phải do sự cố, hãy xem nhật ký.`,
  },
};
