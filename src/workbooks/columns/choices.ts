import { choice } from './model.ts';

/** Drop-downs of the workbook. Labels are what officers read; other spellings are understood, not offered. */
export const KINDS = [
  choice('cooperative', 'HTX', 'Hợp tác xã'),
  choice('cooperative-union', 'Liên hiệp HTX', 'Liên hiệp hợp tác xã', 'LHHTX', 'LH HTX'),
  choice('cooperative-group', 'Tổ hợp tác', 'THT'),
];

export const STATUSES = [
  choice('operating', 'Đang hoạt động', 'Hoạt động', 'HĐ'),
  choice('suspended', 'Tạm ngừng', 'Tạm ngừng hoạt động', 'Tạm dừng', 'Tạm ngưng'),
  choice('ceased', 'Ngừng hoạt động', 'Ngừng', 'Ngừng hoạt động chưa giải thể', 'Ngừng chưa giải thể'),
  choice('dissolving', 'Đang giải thể', 'Đang làm thủ tục giải thể'),
  choice('dissolved', 'Đã giải thể', 'Giải thể', 'Phá sản', 'Đã giải thể, phá sản'),
  choice('merged', 'Đã sáp nhập', 'Sáp nhập', 'Đã hợp nhất', 'Đã chuyển đổi', 'Đã chia, tách'),
];

export const FUND_STATUSES = [
  choice('operating', 'Đang hoạt động', 'Hoạt động', 'HĐ'),
  choice('special-control', 'Kiểm soát đặc biệt', 'KSĐB'),
  choice('closed', 'Đã đóng', 'Đóng', 'Đã giải thể', 'Chấm dứt hoạt động'),
];

export const RATINGS = [
  choice('good', 'Tốt', 'T', 'Loại tốt'),
  choice('fair', 'Khá', 'K', 'Loại khá'),
  choice('average', 'Trung bình', 'TB', 'Loại trung bình'),
  choice('weak', 'Yếu', 'Y', 'Loại yếu', 'Kém'),
  choice('not-rated', 'Không xếp', 'Không xếp loại', 'Chưa xếp', 'Chưa xếp loại'),
];

export const BASES = [
  choice('actual', 'TH', 'Thực hiện', 'Thực tế'),
  choice('estimate', 'Ước', 'Ước thực hiện', 'ƯTH', 'Ước TH', 'U'),
  choice('preliminary', 'Sơ bộ', 'SB'),
];

export const YES_NO = [choice('true', 'Có', 'C', 'X', 'Đúng', 'Yes'), choice('false', 'Không', 'K', 'Ko', 'No')];
