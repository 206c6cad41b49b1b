export const text = {
  metricsDenied:
    'Số đo chỉ dành cho chương trình trên máy chủ, hoặc người có HOPLUC_METRICS_TOKEN (docs/guides/operate.md).\n',
  dirty: 'Có ký tự điều khiển không nhìn thấy, thường do dán từ tệp khác. Hãy xóa rồi gõ lại ô này.',
};
