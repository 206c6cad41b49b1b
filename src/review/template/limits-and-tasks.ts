/** What is not good yet, what is learnt, and part two: tasks, means, proposals. Every number is a chip. */
export const LIMITS_AND_TASKS = {
  limits: `## 1. Hạn chế
Số HTX nêu khó khăn hoặc có dấu hiệu đã được cán bộ xác nhận, so với số HTX đang hoạt động:
- {LUONGTU(KK.W1.TL)} HTX phát triển còn chậm: {KK.W1} HTX, bằng {KK.W1.TL}.
- {LUONGTU(KK.W2.TL)} HTX có quy mô nhỏ: {KK.W2} HTX, bằng {KK.W2.TL}.
- {LUONGTU(KK.W3.TL)} HTX chưa thể hiện được vai trò kết nối thành viên với thị trường: {KK.W3} HTX, bằng {KK.W3.TL}.
- {LUONGTU(KK.W4.TL)} HTX bao tiêu sản phẩm cho thành viên còn hạn chế: {KK.W4} HTX, bằng {KK.W4.TL}.
- {LUONGTU(KK.W5.TL)} HTX hoạt động còn hình thức, chưa có chuyển biến: {KK.W5} HTX, bằng {KK.W5.TL}.
- {LUONGTU(KK.W7.TL)} HTX vốn kinh doanh ít: {KK.W7} HTX, bằng {KK.W7.TL}.
- {LUONGTU(KK.W8.TL)} HTX thiết bị, công nghệ lạc hậu: {KK.W8} HTX, bằng {KK.W8.TL}.
- {LUONGTU(KK.W9.TL)} HTX chất lượng sản phẩm còn thấp: {KK.W9} HTX, bằng {KK.W9.TL}.
- {LUONGTU(HTX.MOI.NN.TL)} HTX thành lập mới thuộc lĩnh vực nông, lâm, ngư, diêm nghiệp ({HTX.MOI.NN.TL}); {KK.W6} HTX nêu khó khăn do chỉ dựa vào nông nghiệp, {KK.W10} HTX mới còn lúng túng trong hoạt động.
## 2. Nguyên nhân
Nhận thức về bản chất và giá trị của HTX ở cơ sở chưa đầy đủ; năng lực quản trị, kế toán và tìm kiếm thị trường của đội ngũ quản lý HTX còn yếu.
Vốn góp của thành viên thấp, tài sản bảo đảm ít nên HTX khó vay vốn để đổi mới thiết bị, công nghệ; liên kết với doanh nghiệp tiêu thụ chưa bền.
Chính sách hỗ trợ đã có, song thủ tục và nguồn lực ở cơ sở chưa đáp ứng kịp; theo dõi HTX sau thành lập chưa thường xuyên.`,

  lessons: `Bám sát cơ sở, lấy nhu cầu của thành viên làm xuất phát điểm khi thành lập và củng cố HTX.
Số liệu phải đúng, đủ, có nguồn; đơn vị nào báo cáo, đơn vị đó chịu trách nhiệm đến từng dòng của sổ bộ.
Thi đua, khen thưởng có tác dụng khi kịp thời, công khai và hướng về người trực tiếp lao động, sản xuất.`,

  tasks: `1. Tiếp tục tăng cường tư vấn, hỗ trợ phát triển mới HTX trên các lĩnh vực; kỳ này thành lập mới {HTX.MOI} HTX, kế hoạch năm {KEHOACH(HTX.MOI)} HTX.
2. Bảo đảm HTX hoạt động đúng luật, thực chất, hiệu quả, bền vững; xử lý dứt điểm {HTX.DUNG} HTX tạm ngừng, ngừng hoạt động và {KK.W5} HTX có dấu hiệu hoạt động hình thức.
3. Phấn đấu tăng tỷ lệ HTX hoạt động tốt, khá so với mức {XL.TK.TL2} số HTX đang hoạt động của kỳ này.
4. Đẩy mạnh phong trào thi đua trong hệ thống Liên minh HTX và các đơn vị thành viên; kỳ này có {TD.DVTG} đơn vị tham gia.
5. Tiếp tục đổi mới công tác thi đua, khen thưởng theo hướng về cơ sở; tăng tỷ lệ khen người trực tiếp lao động, sản xuất so với mức {KT.TRUCTIEP.TL} của kỳ này.
6. Nâng cao chất lượng khen thưởng, bảo đảm chính xác, công khai, minh bạch và kịp thời.
7. Tăng cường đề nghị khen thưởng tập thể, cá nhân có thành tích đột xuất, người trực tiếp lao động, sản xuất; kỳ này có {KT.DX} lượt khen đột xuất.`,

  solutions: `Mỗi nhiệm vụ giao một đơn vị chủ trì, có chỉ tiêu đo được và thời hạn; tiến độ được cập nhật hằng tháng trên hệ thống của Cụm.
Rà soát từng HTX yếu, tạm ngừng; lập kế hoạch hỗ trợ cho từng HTX và đo lại ở kỳ sau.
Phối hợp với ngân hàng, Quỹ hỗ trợ phát triển HTX và doanh nghiệp để mở rộng vay vốn, bao tiêu sản phẩm và tham gia chuỗi giá trị.`,

  proposals: `Đề nghị Liên minh HTX Việt Nam tiếp tục hỗ trợ đào tạo cán bộ quản lý HTX và hướng dẫn thống nhất chỉ tiêu thống kê kinh tế tập thể.
Đề nghị cấp ủy, chính quyền các tỉnh quan tâm bố trí vốn điều lệ cho Quỹ hỗ trợ phát triển HTX, tháo gỡ vướng mắc về đất đai cho HTX.
Hiện còn {KN.MO} kiến nghị của HTX chưa được trả lời; đề nghị cơ quan có thẩm quyền sớm giải quyết.`,
} as const;
