/** What stands around the numbered sections: grounds, opening, closing, recipients. */
export const FRAME = {
  grounds: `Căn cứ Luật Hợp tác xã số 17/2023/QH15 ngày 20 tháng 6 năm 2023;
Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;
Căn cứ Nghị định số 45/2021/NĐ-CP ngày 31 tháng 3 năm 2021 của Chính phủ về thành lập, tổ chức và hoạt động của Quỹ hỗ trợ phát triển hợp tác xã;
Căn cứ Quy chế hoạt động của {CUM.TEN}.`,

  opening: `Thực hiện chương trình công tác năm {KY.NAM}, trên cơ sở báo cáo của {DOPHU(HTX.SO)} đơn vị với số liệu chốt đến {KY.CHOT|văn bản}, {CUM.TEN} (sau đây gọi là Cụm) báo cáo kết quả {KY.TEN} và nhiệm vụ {KY.SAU} như sau:`,

  closing: 'Trên đây là báo cáo kết quả {KY.TEN}, nhiệm vụ {KY.SAU} của {CUM.TEN}./.',

  recipients: `Liên minh HTX Việt Nam (để báo cáo)
Tỉnh ủy, UBND các tỉnh trong Cụm (để báo cáo)
Liên minh HTX các tỉnh trong Cụm
Lưu: VT, TGV`,
} as const;
