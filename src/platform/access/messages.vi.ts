import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import type { ProposalState } from './four-eyes.ts';
import { NOTE_MAX, WAITS_HOURS } from './four-eyes.ts';

const DECIDED: Readonly<Record<ProposalState, string>> = {
  open: 'Chờ duyệt',
  approved: 'Đã duyệt',
  declined: 'Không duyệt',
  withdrawn: 'Đã rút',
  expired: 'Hết hạn chờ',
};

export const refusals = {
  'platform.proposal.needs-second-person': (f: { act: string }) =>
    `“${f.act}” cần hai người: một người trình, một người khác duyệt; quản trị hệ thống cũng vậy. Hãy bấm “Trình duyệt”.`,
  'platform.proposal.no-account': () =>
    'Chỉ người đã đăng nhập mới trình được việc cần hai người. Hãy đăng nhập bằng tài khoản của mình.',
  'platform.proposal.already-open': () =>
    'Việc này đã có người trình và đang chờ duyệt. Tải lại trang để xem; muốn trình lại thì người trình rút đề nghị cũ trước.',
  'platform.proposal.not-found': () => 'Không có đề nghị này. Mở lại từ trang Chờ duyệt.',
  'platform.proposal.own.denied': () =>
    'Bạn là người trình nên không thể tự duyệt hay tự bác, dù có thêm vai trò khác. Nhờ người khác có thẩm quyền; nếu đổi ý, hãy rút đề nghị.',
  'platform.proposal.withdrawal.denied': (f: { proposedBy: string }) =>
    `Chỉ người trình (${f.proposedBy}) rút được đề nghị này. Nếu không đồng ý, hãy chọn “Không duyệt”.`,
  'platform.proposal.expired': (f: { expiresAt: Date }) =>
    `Đề nghị này đã hết hạn chờ lúc ${formatMoment(f.expiresAt)}. Người trình cần trình lại.`,
  'platform.proposal.decided-meanwhile': (f: {
    state: ProposalState;
    decidedAt: Date | null;
    decidedBy: string | null;
  }) =>
    `Đề nghị này không còn chờ: ${DECIDED[f.state].toLowerCase()}${f.decidedAt ? ` lúc ${formatMoment(f.decidedAt)}` : ''}${f.decidedBy ? ` bởi ${f.decidedBy}` : ''}. Tải lại trang để xem.`,
};

export const formWords = {
  noteTooLong: `Ghi chú dài quá ${formatNumber(NOTE_MAX)} ký tự. Rút gọn lại.`,
  reasonMissing: 'Không duyệt thì phải ghi lý do để người trình biết cần sửa gì.',
  reasonTooLong: `Lý do dài quá ${formatNumber(NOTE_MAX)} ký tự. Rút gọn lại.`,
};

export const text = {
  expiry: 'hết hạn chờ',
  states: DECIDED,
  title: 'Chờ duyệt',
  sub: `Việc cần hai người: một người trình, người khác duyệt. Quá ${WAITS_HOURS} giờ không ai duyệt thì phải trình lại.`,
  lists: {
    waiting: 'Chờ bạn duyệt',
    waitingEmpty: 'Không có việc nào chờ bạn',
    waitingWhy: 'Khi có người trình việc thuộc thẩm quyền của bạn, việc ấy hiện ở đây và ở số đếm bên trái.',
    others: 'Đang chờ người khác',
    othersEmpty: 'Không có việc nào bạn hoặc đơn vị trình đang chờ.',
    decided: 'Đã xong',
    decidedEmpty: 'Chưa có việc nào được duyệt, bác, rút hay hết hạn.',
  },
  columns: {
    what: 'Việc',
    by: 'Người trình',
    at: 'Trình lúc',
    until: 'Chờ đến',
    state: 'Kết quả',
    decided: 'Người quyết định',
  },
  open: 'Xem và quyết định',
  see: 'Xem',
  panel: {
    waitingYou: 'Chờ bạn duyệt',
    waiting: 'Đang chờ người thứ hai duyệt',
    by: 'Người trình',
    until: 'Chờ đến',
    note: 'Ghi chú của người trình',
    changed: 'Số liệu hoặc lời văn đã khác lúc trình, nên không duyệt được nữa. Người trình cần rút và trình lại.',
    changedFrom: (place: string, before: string, after: string) => `${place}: lúc trình ${before}, nay ${after}`,
    more: (count: number) => `và ${formatNumber(count)} chỗ khác`,
    approve: 'Duyệt',
    decline: 'Không duyệt…',
    declineSubmit: 'Không duyệt',
    declineReason: 'Lý do không duyệt',
    declineHint: 'Người trình sẽ đọc được lý do này.',
    withdraw: 'Rút đề nghị',
    lastDeclined: (by: string, at: Date, reason: string) =>
      `Lần trình trước không được duyệt: ${reason} (${by}, ${formatMoment(at)})`,
    lastExpired: (at: Date) => `Lần trình trước hết hạn chờ lúc ${formatMoment(at)}.`,
    noteLabel: 'Ghi chú cho người duyệt',
    noteHint: 'Không bắt buộc. Ví dụ: đã đối chiếu với văn bản gửi của các tỉnh.',
  },
};
