import type { SnapshotSection } from './model.ts';

/** A short text in the outline of the report; its figures are those of `aSnapshot()`. */
export function sampleText(): SnapshotSection[] {
  return SECTIONS.map(([code, title, rendered]) => ({ code, title, body: rendered, rendered }));
}

const SECTIONS: readonly (readonly [code: string, title: string, rendered: string])[] = [
  [
    'grounds',
    '',
    'Căn cứ Luật Hợp tác xã ngày 20 tháng 6 năm 2023;\nCăn cứ Quy chế hoạt động của Cụm Liên minh Hợp tác xã 06 tỉnh Bắc Trung Bộ.',
  ],
  [
    'opening',
    '',
    'Thực hiện kế hoạch công tác năm 2024, Cụm Liên minh Hợp tác xã (HTX) 06 tỉnh Bắc Trung Bộ báo cáo kết quả 6 tháng đầu năm và nhiệm vụ 6 tháng cuối năm 2024 như sau:',
  ],
  [
    'situation',
    'Đặc điểm tình hình',
    '## 1. Thuận lợi\nCác đơn vị đã chủ động, đoàn kết, sáng tạo triển khai cơ chế, chính sách hỗ trợ phát triển kinh tế tập thể, HTX.\n## 2. Khó khăn\nGiá vật tư nông nghiệp còn cao; nhiều HTX thiếu vốn và thiếu mặt bằng.',
  ],
  [
    'development',
    'Kết quả phát triển kinh tế tập thể, hợp tác xã',
    'Đến ngày 14 tháng 6 năm 2024, toàn cụm có 4.425 HTX, trong đó Thanh Hóa 1.331 HTX, Hà Tĩnh 1.031 HTX, Nghệ An 903 HTX, Quảng Bình 490 HTX, Quảng Trị 347 HTX và Thừa Thiên Huế 323 HTX.',
  ],
  ['credit-funds', 'Quỹ tín dụng nhân dân', 'Toàn cụm có 200 quỹ tín dụng nhân dân, hoạt động tương đối ổn định.'],
  [
    'support-fund',
    'Quỹ hỗ trợ phát triển hợp tác xã',
    'Quỹ hỗ trợ phát triển HTX các tỉnh được củng cố theo Nghị định số 45/2021/NĐ-CP.',
  ],
  [
    'advice',
    'Công tác tham mưu, tuyên truyền, tư vấn, hỗ trợ',
    'Các đơn vị đã tham mưu, tuyên truyền, tư vấn kịp thời.',
  ],
  ['emulation', 'Công tác thi đua, khen thưởng', 'Các phong trào thi đua được phát động và triển khai rộng.'],
  ['limits', 'Hạn chế và nguyên nhân', 'Một số HTX phát triển còn chậm, quy mô nhỏ.'],
  ['lessons', 'Bài học kinh nghiệm', 'Bám sát cơ sở; số liệu phải đúng, đủ và có nguồn.'],
  [
    'tasks',
    'Nhiệm vụ trọng tâm',
    '1. Tiếp tục tăng cường công tác tư vấn, hỗ trợ phát triển mới các HTX trên các lĩnh vực.\n2. Phấn đấu tăng tỷ lệ HTX hoạt động tốt, khá.',
  ],
  ['solutions', 'Giải pháp', 'Phân công cụ thể, kiểm tra thường xuyên.'],
  ['proposals', 'Kiến nghị', 'Đề nghị Liên minh HTX Việt Nam tiếp tục hỗ trợ đào tạo cán bộ HTX.'],
  [
    'closing',
    '',
    'Trên đây là báo cáo kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2024 của Cụm Liên minh HTX 06 tỉnh Bắc Trung Bộ./.',
  ],
  ['recipients', '', 'Liên minh HTX Việt Nam (để báo cáo)\nLiên minh HTX các tỉnh trong Cụm\nLưu: VT, TGV'],
];
