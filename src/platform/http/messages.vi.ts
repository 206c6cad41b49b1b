export const text = {
  dirty: 'Có ký tự điều khiển không nhìn thấy, thường do dán từ tệp khác. Hãy xóa rồi gõ lại ô này.',
};
