/** Part one of the report: situation and results. Every number is a chip. */
export const RESULTS = {
  situation: `## 1. Thuận lợi
Kinh tế tập thể, nòng cốt là hợp tác xã (HTX), tiếp tục được cấp ủy, chính quyền các cấp của {CUM.SODONVI} tỉnh {CUM.TINH} quan tâm chỉ đạo. Luật Hợp tác xã và các văn bản hướng dẫn được phổ biến đến cơ sở, tạo điều kiện thuận lợi hơn về thành viên, vốn và tiếp cận chính sách.
Các đơn vị trong Cụm giữ nền nếp phối hợp, thống nhất biểu mẫu và cách tính; số liệu của kỳ được đối chiếu từ từng HTX lên đơn vị và lên Cụm.
Lực lượng HTX làm ăn tốt tiếp tục là chỗ dựa để nhân rộng cách làm hay: có {XL.TK} HTX được xếp loại tốt, khá, bằng {XL.TK.TL2} số HTX đang hoạt động.
## 2. Khó khăn
Giá vật tư đầu vào và chi phí vận chuyển còn cao, thời tiết diễn biến bất lợi, tiêu thụ nông sản chưa ổn định, trong khi {HTX.NN.TL} số HTX đã ghi ngành thuộc lĩnh vực nông, lâm, ngư, diêm nghiệp.
Nội lực của HTX còn mỏng: vốn thành viên thực góp bằng {VON.THUCGOP.TL} vốn điều lệ; khả năng tiếp cận tín dụng, đất đai và công nghệ còn hạn chế.`,

  development: `## 1. Số lượng hợp tác xã
Đến {KY.CHOT|văn bản}, toàn Cụm có {HTX.SO} HTX, trong đó {LIETKE(HTX.SO, theo=địa lý, mẫu="{tỉnh} {n} HTX")}; so với cùng kỳ năm trước {TANGGIAM(HTX.SO)}. Số HTX đang hoạt động là {HTX.HD}, chiếm {HTX.HD.TL}; tạm ngừng hoặc ngừng hoạt động chưa giải thể {HTX.DUNG} HTX.
Trong kỳ, thành lập mới {HTX.MOI} HTX, giải thể {HTX.GIAITHE} HTX, rời sổ bộ do chuyển đổi, sáp nhập {HTX.CHUYEN} HTX. Trong số HTX thành lập mới, {HTX.MOI.NN.TL} thuộc lĩnh vực nông, lâm, ngư, diêm nghiệp.
Ngoài ra, toàn Cụm có {LH.SO} liên hiệp HTX và {THT.SO} tổ hợp tác. Số đếm từ sổ bộ tại ngày chốt là {DEM(HTX.SO)} HTX; chênh lệch giữa số báo cáo và số đếm, nếu có, được giải trình tại phụ lục đối chiếu.
## 2. Thành viên, việc làm và thu nhập
Các HTX có {TV.SO} thành viên, bình quân {TV.BQ} thành viên một HTX có số liệu; thành viên nữ chiếm {TV.NU.TL}. HTX tạo việc làm thường xuyên cho {LD.TX} lao động; thu nhập bình quân một lao động ở những HTX có số liệu là {TN.BQ} một tháng.
## 3. Vốn và kết quả sản xuất, kinh doanh
Tổng vốn điều lệ là {VON.DL}, vốn thực góp {VON.TG}, bằng {VON.THUCGOP.TL} vốn điều lệ. Doanh thu trong kỳ của {DT.HTX} HTX có số liệu là {DT.TONG}, bình quân {DT.BQ} một HTX; lợi nhuận bình quân {LN.BQ} một HTX. Độ phủ số liệu doanh thu là {DL.PHU} số HTX.
## 4. Xếp loại
Có {XL.DAXEP} HTX đã được xếp loại: tốt {XL.TOT} HTX, khá {XL.KHA} HTX, trung bình {XL.TB} HTX, yếu {XL.YEU} HTX. {LUONGTU(XL.TK.TL2)} HTX đang hoạt động được xếp loại tốt, khá, với tỷ lệ {XL.TK.TL2} số đang hoạt động và {XL.TK.TL1} số đã xếp loại; so với cùng kỳ năm trước, tỷ lệ trên số đang hoạt động {TANGGIAM(XL.TK.TL2)}.
## 5. Chuỗi giá trị, bao tiêu sản phẩm và chứng nhận
Có {CGT.SO} HTX tham gia chuỗi giá trị, bằng {CGT.TL} số HTX đang hoạt động; {BT.SO} HTX có hợp đồng bao tiêu còn hiệu lực, bằng {BT.SO.TL}; {CN.HL} HTX có chứng nhận sản phẩm còn hiệu lực. Ở những HTX biết tổng giá trị sản phẩm của thành viên, phần bán qua HTX chiếm {BT.TL}; {DVTV.TL} thành viên dùng dịch vụ của HTX mình.`,

  'credit-funds': `Đến {KY.CHOT|văn bản}, toàn Cụm có {QTD.SO} quỹ tín dụng nhân dân {NHANDINH.QTD}. Quỹ tín dụng nhân dân được thống kê riêng, không cộng vào số HTX.
Ở {QTD.BC} quỹ có số liệu, tổng số thành viên là {QTD.TV} người; huy động vốn {QTD.HD}; dư nợ cho vay {QTD.DN}, trong đó nợ xấu {QTD.NX}, bằng {QTD.NX.TL} dư nợ; lợi nhuận trước thuế {QTD.LN}.`,

  'support-fund': `Quỹ hỗ trợ phát triển HTX của các tỉnh được củng cố, sắp xếp lại theo Nghị định số 45/2021/NĐ-CP của Chính phủ, tạo thêm nguồn vốn cho HTX đầu tư sản xuất, kinh doanh, dịch vụ.
Nguồn vốn hoạt động của các quỹ là {QUY.VON}. Trong kỳ, các quỹ cho vay {QUY.CHOVAY}, thu nợ {QUY.THUNO}; dư nợ cuối kỳ {QUY.DN}, so với cùng kỳ năm trước {TANGGIAM(QUY.DN)}. Nợ quá hạn là {QUY.QH}, bằng {QUY.QH.TL} dư nợ. Có {QUY.HTXVAY} HTX đang vay vốn, bằng {QUY.HTXVAY.TL} số HTX đang hoạt động.`,

  advice: `Về tham mưu: các đơn vị đã trình cấp ủy, chính quyền {TM.VB} văn bản về phát triển kinh tế tập thể, HTX.
Về tuyên truyền: thực hiện {TT.TIN} tin, bài và buổi tuyên truyền về Luật Hợp tác xã, chính sách hỗ trợ và mô hình làm tốt.
Về tư vấn: thực hiện {TV.LUOT} lượt tư vấn thành lập, củng cố HTX; {TV.HTXMOI} HTX thành lập mới trong kỳ do Liên minh HTX tư vấn.
Về đào tạo, bồi dưỡng: mở {DT.LOP} lớp cho {DT.LUOT} lượt người.
Về hỗ trợ: {CSHT.LUOT} lượt HTX được hỗ trợ theo chính sách với kinh phí {CSHT.TIEN}; {XT.LUOT} lượt HTX được xúc tiến thương mại, kết nối cung cầu.`,

  emulation: `Các đơn vị phát động {TD.PT} phong trào thi đua với {TD.DVTG} đơn vị thành viên tham gia, gắn với nhiệm vụ chính trị của địa phương và nhiệm vụ củng cố HTX.
Trong kỳ có {KT.TONG} lượt khen thưởng: theo công trạng {KT.CT} lượt, theo chuyên đề {KT.CD} lượt, đột xuất {KT.DX} lượt, loại khác {KT.KHAC} lượt. Người trực tiếp lao động, sản xuất được khen {KT.LDSX} lượt, bằng {KT.TRUCTIEP.TL} số cá nhân đã rõ đối tượng; {KT.CHUARO} lượt chưa rõ đối tượng không tính vào tỷ lệ này.`,
} as const;
