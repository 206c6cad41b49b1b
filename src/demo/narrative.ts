import { formatNumber } from '#platform/i18n/format.ts';
import type { ValueInput } from '#reporting/public.ts';

export interface NarrativeText {
  readonly sectionCode: string;
  readonly body: string;
}

/** What a province writes beside its forms; every number in it is the form's own. */
export function narrativeOf(provinceName: string, values: readonly ValueInput[]): readonly NarrativeText[] {
  const say = (code: string) => {
    const value = values.find((one) => one.indicatorCode === code && one.aspect === 'current');
    return formatNumber(value?.amount ?? null);
  };
  return [
    {
      sectionCode: 'TM.DACDIEM',
      body: `Trong kỳ, ${provinceName} tiếp tục tuyên truyền Luật Hợp tác xã năm 2023 tới cơ sở. Thời tiết đầu năm ít mưa và giá vật tư còn cao gây khó cho các hợp tác xã nông nghiệp.`,
    },
    {
      sectionCode: 'TM.KETQUA',
      body: `Đến ngày chốt số liệu, toàn tỉnh có ${say('HTX.SO')} HTX; trong kỳ thành lập mới ${say('HTX.MOI')} HTX, giải thể ${say('HTX.GIAITHE')} HTX. Các HTX có ${say('TV.SO')} thành viên và ${say('LD.TX')} lao động thường xuyên.`,
    },
    {
      sectionCode: 'TM.QTD',
      body: `Trên địa bàn có ${say('QTD.SO')} quỹ tín dụng nhân dân, trong đó ${say('QTD.LAI')} quỹ kinh doanh có lãi.`,
    },
    {
      sectionCode: 'TM.QUY',
      body: `Quỹ hỗ trợ phát triển hợp tác xã đang cho ${say('QUY.HTXVAY')} HTX vay; các khoản quá hạn được đôn đốc hằng tháng.`,
    },
    {
      sectionCode: 'TM.HOTRO',
      body: `Liên minh mở ${say('DT.LOP')} lớp đào tạo, bồi dưỡng cho ${say('DT.LUOT')} lượt người, tư vấn ${say('TV.LUOT')} lượt và tham mưu ${say('TM.VB')} văn bản.`,
    },
    {
      sectionCode: 'TM.TDKT',
      body: `Liên minh phát động ${say('TD.PT')} phong trào thi đua; khen thưởng ${say('KT.TONG')} lượt, trong đó ${say('KT.LDSX')} lượt người trực tiếp lao động, sản xuất và ${say('KT.DX')} lượt đột xuất.`,
    },
    {
      sectionCode: 'TM.HANCHE',
      body: `Còn ${say('KK.W4')} HTX chưa có hợp đồng bao tiêu và ${say('KK.W8')} HTX dùng thiết bị lạc hậu; vốn của nhiều HTX còn mỏng.`,
    },
    {
      sectionCode: 'TM.NHIEMVU',
      body: 'Tư vấn thành lập HTX ở lĩnh vực phi nông nghiệp, kèm theo dõi hoạt động thật sau sáu tháng; hoàn thành xếp loại theo lịch của năm.',
    },
    {
      sectionCode: 'TM.KIENNGHI',
      body: 'Đề nghị bổ sung vốn cho Quỹ hỗ trợ phát triển hợp tác xã và đơn giản hóa hồ sơ vay.',
    },
  ];
}
