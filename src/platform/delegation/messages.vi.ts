import type { DelegableAct, DelegationKind } from './model.ts';

export const kindNames: Readonly<Record<DelegationKind, string>> = {
  KT: 'KT. – ký thay (cấp phó ký thay người đứng đầu)',
  TL: 'TL. – thừa lệnh (người đứng đầu giao ký một số loại văn bản)',
  TUQ: 'TUQ. – thừa ủy quyền (giao bằng văn bản, có thời hạn)',
  Q: 'Q. – quyền (người được giao quyền cấp trưởng)',
};

export const actNames: Readonly<Record<DelegableAct, string>> = {
  'reporting.submit-unit': 'Duyệt và gửi số liệu của đơn vị lên Cụm',
  'reporting.sign-reconciliation': 'Ký giải trình chênh lệch số báo cáo và số đếm',
  'review.sign-report': 'Ký báo cáo sơ kết của Cụm',
};

export const refusals = {
  'platform.delegation.not-found': () => 'Không có bản ủy quyền này. Hãy tìm lại trong danh sách ủy quyền ký.',
  'platform.delegation.to-self': () => 'Không ủy quyền ký cho chính mình. Hãy chọn người khác.',
  'platform.delegation.day-past': () => 'Ngày bắt đầu đã qua. Ủy quyền ký chỉ có hiệu lực từ hôm nay trở đi.',
  'platform.delegation.ends-before-it-begins': () => 'Ngày cuối phải bằng hoặc sau ngày bắt đầu. Sửa một trong hai ô.',
  'platform.delegation.acts-unfit': () =>
    'Hãy chọn ít nhất một việc, và chỉ những việc của đúng loại đơn vị (liên minh hoặc cụm).',
  'platform.delegation.beyond-grants': () =>
    'Người giao không có quyền lãnh đạo ở đơn vị này trong suốt thời gian ấy, nên không giao được. Hãy rút ngắn thời gian hoặc chọn đúng đơn vị.',
  'platform.delegation.handed-on': () =>
    'Quyền ký này do người khác giao, nên không được giao tiếp. Hãy đề nghị người đứng đầu giao thẳng.',
  'platform.delegation.delegate-gone': () =>
    'Tài khoản của người được giao đã đóng, hoặc sẽ đóng trước ngày cuối. Hãy chọn người khác hoặc rút ngắn thời gian.',
  'platform.delegation.delegate-outside': () =>
    'Người được giao không làm việc ở đơn vị này trong suốt thời gian ấy. Hãy chọn người của đơn vị, hoặc rút ngắn thời gian.',
  'platform.delegation.overlaps': () =>
    'Người này đã được giao ký theo cùng hình thức trong những ngày ấy. Hãy chấm dứt bản cũ trước, hoặc chọn ngày khác.',
  'platform.delegation.circular': () =>
    'Ủy quyền vòng: trong những ngày ấy người được giao cũng đang giao ký cho người giao. Hãy chọn người khác hoặc ngày khác.',
  'platform.delegation.acting-head': () =>
    'Hình thức “Q.” do cấp trên giao, không tự giao cho người khác. Hãy nhờ quản trị hệ thống ghi theo quyết định.',
  'platform.delegation.over': () => 'Bản ủy quyền này đã hết hiệu lực, không cần chấm dứt.',
  'platform.delegation.words-missing': () => 'Hãy ghi đủ chức vụ, họ tên người ký và văn bản giao ký.',
};
