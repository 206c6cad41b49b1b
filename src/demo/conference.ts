import { isoDate } from '#kernel/time.ts';
import type { SiteIdentity } from '#portal/public.ts';

/**
 * The conference of 05/07/2024 as the news page of that day tells it: date, chairs, who reported, what was agreed, the
 * source and the pen name. The names of the two chairs stand on that page; no other person is named.
 */
export const CONFERENCE = {
  on: isoDate('2024-07-05'),
  submitByOn: isoDate('2024-06-19'),
  lockByOn: isoDate('2024-06-28'),
  publishedAt: new Date('2024-07-05T07:59:00Z'),
  when: 'Sáng ngày 05/7/2024',
  reportingUnitCode: 'LMHTX-QB',
  sourceLine: 'Quang Binh Portal',
  penName: 'PV Mai Anh',
  tasks: [
    'Tiếp tục tăng cường tư vấn, hỗ trợ phát triển mới các HTX trên các lĩnh vực.',
    'Bảo đảm HTX hoạt động đúng luật, thực chất, hiệu quả, bền vững.',
    'Phấn đấu tăng tỷ lệ HTX hoạt động tốt, khá.',
    'Đẩy mạnh phong trào thi đua trong hệ thống Liên minh HTX và các đơn vị thành viên.',
    'Tiếp tục đổi mới công tác thi đua, khen thưởng, hướng về cơ sở.',
    'Nâng cao chất lượng khen thưởng, bảo đảm chính xác, công khai, minh bạch và kịp thời.',
    'Tăng cường đề nghị khen thưởng tập thể, cá nhân có thành tích đột xuất, người trực tiếp lao động, sản xuất.',
  ],
} as const;

/** The two office-holders whom the news page names, with the posts it gives them. */
export const OFFICE_HOLDERS = [
  { office: 'head', allianceCode: 'LMHTX-NA', fullName: 'Nguyễn Bá Châu' },
  { office: 'deputy', allianceCode: 'LMHTX-QB', fullName: 'Ngô Gia Thởi' },
] as const;

export const TERM = { validFrom: isoDate('2024-01-01'), validUntil: isoDate('2025-01-01') } as const;

export const SITE: SiteIdentity = {
  owner: 'Liên minh Hợp tác xã tỉnh Quảng Bình',
  tagline: 'Cổng thông tin Hợp Lực · Cụm 06 tỉnh Bắc Trung Bộ',
  responsible: 'Ban biên tập (dữ liệu mẫu)',
  address: 'Số 0 đường Mẫu, TP. Đồng Hới, tỉnh Quảng Bình (dữ liệu mẫu)',
  phone: '0232 000 0000',
  email: 'lienhe@hopluc.example',
  licence: 'Số 00/GP-TTĐT ngày 01/01/2024 (dữ liệu mẫu)',
};

/** Short news around the conference, made up for the lists; no figure, no person. */
export const OTHER_NEWS = [
  {
    title: 'Tập huấn quản trị cho hợp tác xã nông nghiệp vùng gò đồi',
    lead: 'Lớp học hai ngày giúp cán bộ hợp tác xã lập kế hoạch mùa vụ và ghi chép thu chi.',
    paragraphs: ['Học viên thực hành ngay trên sổ của hợp tác xã mình. Lớp tiếp theo mở khi có đủ người đăng ký.'],
    publishedAt: new Date('2024-07-03T02:10:00Z'),
  },
  {
    title: 'Các hợp tác xã ký hợp đồng bao tiêu lúa hè thu',
    lead: 'Hợp đồng năm nay ghi rõ giá sàn, lịch thu mua và nơi kiểm tra chất lượng.',
    paragraphs: ['Hai bên thống nhất cách xử lý khi mưa bão làm chậm thu hoạch.'],
    publishedAt: new Date('2024-07-02T03:25:00Z'),
  },
  {
    title: 'Khảo sát nhu cầu vay vốn đổi mới thiết bị chế biến',
    lead: 'Quỹ hỗ trợ phát triển hợp tác xã gửi phiếu khảo sát tới các hợp tác xã chế biến nông sản.',
    paragraphs: ['Kết quả dùng để chuẩn bị nguồn vốn cho sáu tháng cuối năm.'],
    publishedAt: new Date('2024-06-28T01:40:00Z'),
  },
  {
    title: 'Mô hình trồng rừng gỗ lớn của các hợp tác xã miền núi',
    lead: 'Thành viên góp đất, hợp tác xã lo giống, kỹ thuật và đầu ra.',
    paragraphs: ['Rừng trồng theo lô có bản đồ, thuận cho việc xin chứng chỉ quản lý rừng bền vững.'],
    publishedAt: new Date('2024-06-25T08:05:00Z'),
  },
  {
    title: 'Phát động đợt thi đua sản xuất vụ hè thu',
    lead: 'Các đơn vị thành viên đăng ký chỉ tiêu cụ thể, có số đo và người chịu trách nhiệm.',
    paragraphs: ['Kết quả được công khai khi sơ kết; người trực tiếp sản xuất được ưu tiên đề nghị khen.'],
    publishedAt: new Date('2024-06-24T02:30:00Z'),
  },
] as const;

export const ANNOUNCEMENTS = [
  {
    title: 'Đăng ký lớp kế toán hợp tác xã đợt 3',
    body: 'Lớp dành cho kế toán hợp tác xã chưa qua đào tạo.\nĐăng ký tại liên minh hợp tác xã tỉnh. (Dữ liệu mẫu)',
    isPinned: true,
    validFrom: isoDate('2024-07-01'),
  },
  {
    title: 'Lấy ý kiến danh sách đề nghị khen thưởng đột xuất',
    body: 'Danh sách niêm yết tại trụ sở liên minh; ý kiến gửi bằng văn bản có ký tên. (Dữ liệu mẫu)',
    isPinned: false,
    validFrom: isoDate('2024-07-02'),
  },
  {
    title: 'Lịch tiếp, tư vấn thành lập hợp tác xã',
    body: 'Sáng thứ Hai và thứ Năm hằng tuần tại phòng Tư vấn, hỗ trợ. (Dữ liệu mẫu)',
    isPinned: false,
    validFrom: isoDate('2024-07-04'),
  },
] as const;
