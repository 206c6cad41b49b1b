export const text = {
  actor: 'Lịch tự động',
  failed: (kind: string) => `Việc không xong (${kind}). Chi tiết nằm trong nhật ký của máy chủ.`,
};
