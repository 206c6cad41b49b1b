/** Titles by status; the detail is the refusal's own sentence. */
export const titles: Readonly<Record<number, string>> = {
  400: 'Yêu cầu không đọc được',
  401: 'Cần đăng nhập',
  403: 'Không có quyền',
  404: 'Không tìm thấy',
  405: 'Không nhận thao tác này',
  409: 'Không thực hiện được lúc này',
  410: 'Đã hết hạn',
  413: 'Nội dung quá lớn',
  415: 'Kiểu nội dung không được nhận',
  429: 'Quá nhiều yêu cầu',
  500: 'Hệ thống gặp lỗi',
};

export const text = {
  invalidInput: 'Tham số chưa đúng. Xem danh sách lỗi kèm theo.',
  signInFirst: 'Dữ liệu này dành cho người có tài khoản. Hãy đăng nhập rồi gọi lại với cookie của phiên.',
  noSuchAddress: 'Không có địa chỉ này trong API. Xem /api/docs.',
  foreign: 'Yêu cầu đến từ trang khác nên không được thực hiện.',
  failed: 'Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống mã yêu cầu này.',
  document: {
    title: 'API Hợp Lực',
    description: [
      'Đọc tổ chức, sổ bộ, kỳ báo cáo, bản khóa, số liệu có nguồn gốc và tin bài dưới dạng JSON.',
      'Số là chuỗi thập phân (“4425”, “70.9”); số chưa có là null, không bao giờ là 0. Ngày theo ISO 8601.',
      'Lỗi trả về application/problem+json với code ổn định và requestId.',
      'Phần công khai không cần tài khoản; phần còn lại cần cookie phiên của người đã đăng nhập.',
    ].join('\n\n'),
    session: 'Cookie của phiên; qua HTTPS tên là __Host-hopluc_session.',
    answer: 'Trả lời',
    refusal: 'Không thực hiện được, có lý do',
  },
  docs: {
    title: 'Tài liệu API · Hợp Lực',
    machine: 'Bản cho máy (OpenAPI 3.1)',
    shapes: 'Cấu trúc dữ liệu',
    needsSession: 'Cần đăng nhập',
    isPublic: 'Công khai',
    usual: 'mặc định',
    byKey: 'theo mã',
    any: 'giá trị bất kỳ',
    types: {
      string: 'chuỗi',
      number: 'số',
      integer: 'số nguyên',
      boolean: 'đúng/sai',
      null: 'null',
      object: 'đối tượng',
    } as Readonly<Record<string, string>>,
  },
};
