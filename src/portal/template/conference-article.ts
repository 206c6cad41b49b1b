import type { SnapshotBody } from '#review/public.ts';
import type { ArticleBlock } from '../model.ts';

/** What a conference adds to the figures: when, what it agreed, who stood where in the pictures. */
export interface ConferenceFacts {
  /** `Sáng ngày 05/7/2024`: as the news says it. */
  readonly when: string;
  /** The alliance whose deputy head presented the report. */
  readonly reportingUnitCode: string;
  /** The wording agreed by the conference. */
  readonly tasks: readonly string[];
  readonly sourceLine: string;
  readonly penName: string;
}

export interface ArticleDraft {
  readonly section: string;
  readonly title: string;
  readonly sourceLine: string;
  readonly lead: string;
  readonly blocks: readonly ArticleBlock[];
  readonly penName: string;
}

/**
 * The news of a half-year conference, drafted from a locked review: every number is a chip of that review, every
 * quantifier is bound to the figure it rests on. Text is a template; the editor may change any of it before publishing.
 */
export function conferenceArticle(snapshot: SnapshotBody, facts: ConferenceFacts): ArticleDraft {
  const deputy = unitNameOf(snapshot, officeUnit(snapshot, 'deputy'));
  const reporting = unitNameOf(snapshot, facts.reportingUnitCode);
  return {
    section: 'Hoạt động liên minh',
    title: `${snapshot.cluster.name}: Triển khai nhiệm vụ {KY.SAU}`,
    sourceLine: facts.sourceLine,
    penName: facts.penName,
    lead: `${facts.when}, ${snapshot.cluster.name.replace('Hợp tác xã', 'Hợp tác xã (HTX)')} tổ chức hội nghị sơ kết phong trào thi đua - khen thưởng và triển khai nhiệm vụ {KY.SAU}. ${chairs(snapshot)}`,
    blocks: [
      photo('hall', 'Toàn cảnh hội nghị', 'hội trường nhìn từ hàng ghế cuối, bàn chủ tọa ở phía trước'),
      paragraph(
        'Cụm có {CUM.SODONVI} liên minh: {CUM.TINH}. Thời gian qua, các đơn vị chủ động, đoàn kết, sáng tạo thực hiện cơ chế, chính sách hỗ trợ kinh tế tập thể, HTX; công tác tuyên truyền và hoạt động hỗ trợ được tăng cường.',
      ),
      photo(
        'head-speaks',
        `Cụm trưởng ${snapshot.cluster.name.replace('Hợp tác xã', 'HTX')} phát biểu tại hội nghị`,
        'một người đứng phát biểu tại bục bên trái',
      ),
      heading('Toàn cụm có {HTX.SO} HTX'),
      paragraph('Đến nay, toàn cụm có {HTX.SO} HTX, trong đó {LIETKE(HTX.SO, theo=giảm dần, mẫu="{tỉnh} {n} HTX")}.'),
      { kind: 'figure-table', indicator: 'HTX.SO', order: 'count' },
      paragraph(
        '{LUONGTU(HTX.HD.TL)} HTX đang hoạt động ({HTX.HD.TL}); hoạt động ngày càng có chất lượng. HTX mới ra đời từ nhu cầu thiết thực của thành viên: trong kỳ có {HTX.MOI} HTX thành lập. {CGT.SO} HTX tham gia chuỗi giá trị sản phẩm; các mô hình HTX kiểu mới, điển hình tiên tiến, sản xuất kinh doanh giỏi hỗ trợ thành viên tốt hơn, tạo việc làm và thu nhập thường xuyên cho {LD.TX} lao động.',
      ),
      photo('chair-speaks', `Chủ tịch ${deputy} phát biểu tại hội nghị`, 'một người đứng phát biểu tại bục bên phải'),
      heading('Quỹ tín dụng nhân dân và Quỹ hỗ trợ phát triển HTX'),
      paragraph('Toàn cụm có {QTD.SO} Quỹ Tín dụng nhân dân {NHANDINH.QTD}.'),
      paragraph(
        'Quỹ Hỗ trợ phát triển HTX các tỉnh cơ bản được củng cố, sắp xếp lại theo Nghị định số 45/2021/NĐ-CP của Chính phủ, giúp HTX vay vốn để đầu tư sản xuất, kinh doanh, dịch vụ; đến nay có {QUY.HTXVAY} HTX đang vay.',
      ),
      photo(
        'deputy-reports',
        `Phó Chủ tịch ${reporting} trình bày báo cáo sơ kết`,
        'một người trình bày cạnh màn hình có biểu đồ cột',
      ),
      heading('Những mặt còn hạn chế'),
      paragraph(
        '{LUONGTU(KK.W1.TL)} HTX phát triển còn chậm, {LUONGTU(KK.W2.TL)} HTX có quy mô nhỏ; {LUONGTU(KK.W3.TL)} HTX chưa thể hiện được vai trò kết nối giữa thành viên với thị trường. Dịch vụ bao tiêu sản phẩm còn hạn chế: {KK.W4} HTX chưa có hợp đồng bao tiêu. Có HTX hoạt động còn hình thức, chưa chuyển biến hiệu quả.',
      ),
      paragraph(
        '{LUONGTU(HTX.MOI.NN.TL)} HTX thành lập mới là HTX nông nghiệp ({HTX.MOI.NN.TL}), còn khó khăn, lúng túng: vốn kinh doanh ít, thiết bị và công nghệ lạc hậu, chất lượng sản phẩm còn thấp.',
      ),
      heading('Nhiệm vụ {KY.SAU}'),
      paragraph(
        'Các đại biểu thảo luận thuận lợi, khó khăn của khu vực kinh tế tập thể, HTX và thống nhất những việc của các tháng tới:',
      ),
      { kind: 'tasks', items: facts.tasks },
    ],
  };
}

function paragraph(text: string): ArticleBlock {
  return { kind: 'paragraph', text };
}

function heading(text: string): ArticleBlock {
  return { kind: 'heading', text };
}

function photo(
  scene: 'hall' | 'head-speaks' | 'chair-speaks' | 'deputy-reports',
  caption: string,
  shown: string,
): ArticleBlock {
  return { kind: 'photo', scene, caption, alt: `Hình vẽ thay ảnh: ${shown}.` };
}

function officeUnit(snapshot: SnapshotBody, office: 'head' | 'deputy'): string {
  return snapshot.offices.find((one) => one.office === office)?.unitCode ?? '';
}

/** `Liên minh HTX tỉnh Nghệ An`. */
function unitNameOf(snapshot: SnapshotBody, code: string): string {
  return (snapshot.units.find((unit) => unit.code === code)?.name ?? '').replace('Hợp tác xã', 'HTX');
}

/** Chairs as the snapshot knows them; a vacant office is left out, never filled with a guess. */
function chairs(snapshot: SnapshotBody): string {
  const parts = [
    chair(snapshot, 'head', '{CUM.TRUONG|hoten+chucvu}', 'Cụm trưởng'),
    chair(snapshot, 'deputy', '{CUM.PHO|hoten+chucvu}', 'Cụm phó'),
  ].filter((part) => part !== '');
  const sentence = parts.join(' và ');
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} chủ trì hội nghị.`;
}

function chair(snapshot: SnapshotBody, office: 'head' | 'deputy', chip: string, role: string): string {
  const holder = snapshot.offices.find((one) => one.office === office && one.fullName !== '');
  if (!holder) return '';
  const unit = unitNameOf(snapshot, holder.unitCode);
  const place = holder.title.includes(unit) ? '' : ` ${unit}`;
  return `${holder.honorific.toLowerCase()} ${chip}${place}, ${role}`;
}
