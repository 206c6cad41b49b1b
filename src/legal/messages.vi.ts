export const refusals = {
  'legal.rule-value.none-in-force': (facts: { key?: unknown; on?: unknown }) =>
    `Chưa có quy định “${facts.key}” còn hiệu lực vào ngày ${facts.on}. Hãy thêm giá trị cho ngày đó trong danh mục quy định.`,
};
