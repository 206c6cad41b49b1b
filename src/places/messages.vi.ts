import type { ListProblem } from './list-check.ts';

const PROBLEMS_SHOWN = 20;

const problemWords: Readonly<Record<ListProblem['code'], (value: string) => string>> = {
  'column-missing': (value) => `thiếu cột “${value}”. Thêm cột này vào dòng đầu`,
  'no-rows': () => 'không có dòng nào. Chọn đúng thư mục của danh mục',
  'value-missing': (value) => `ô “${value}” để trống. Điền ô này`,
  'not-a-day': (value) => `“${value}” không phải ngày. Ghi theo dạng NNNN-TT-NN`,
  'level-unknown': (value) => `cấp “${value}” không có. Ghi 1 (tỉnh), 2 (huyện) hoặc 3 (xã)`,
  'uid-wrong': (value) => `uid “${value}” phải là mã@ngày-bắt-đầu của chính dòng này`,
  'uid-twice': (value) => `uid “${value}” có hai dòng. Bỏ một dòng`,
  'ends-before-it-begins': (value) => `${value} kết thúc không sau ngày bắt đầu. Sửa valid_to`,
  'versions-overlap': (value) =>
    `${value} trùng thời gian với bản ghi khác cùng mã. Cho bản ghi trước kết thúc đúng ngày bản sau bắt đầu`,
  'parent-missing': (value) =>
    `đơn vị cấp trên của ${value} không có trong suốt thời gian ấy. Sửa parent_code hoặc ngày`,
  'ends-without-change': (value) =>
    `${value} kết thúc nhưng tệp thay đổi không nói thành đơn vị nào. Thêm một dòng; chưa rõ thì để trống new_uid`,
  'unit-unknown': (value) => `không có đơn vị “${value}” trong tệp đơn vị`,
  'successor-not-there': (value) => `${value} không tồn tại vào ngày thay đổi. Sửa effective_date hoặc new_uid`,
  'change-twice': (value) => `mã thay đổi “${value}” có hai dòng. Bỏ một dòng`,
  'share-unknown': (value) => `phần “${value}” không có. Ghi full, part hoặc remainder`,
  'not-a-number': (value) => `“${value}” không phải số không âm`,
  'version-lost': (value) =>
    `thiếu ${value}, là bản ghi hệ thống đang có. Danh mục mới phải giữ mọi bản ghi cũ, chỉ thêm ngày kết thúc`,
};

export function problemText({ file, row, code, value }: ListProblem): string {
  return `${file}${row === null ? '' : `, dòng ${row}`}: ${problemWords[code](value)}.`;
}

/** Sentences of the refusals of this slice. */
export const refusals = {
  'places.list.unreadable': (f: { files: string[]; expected: string[] }) =>
    `Không đọc được ${f.files.join(', ')}. Thư mục phải có tệp CSV (UTF-8) tên ${f.expected.join(', ')}; hai tệp đầu là bắt buộc. Chưa ghi gì.`,
  'places.list.invalid': (f: { problems: readonly ListProblem[] }) =>
    [
      `Danh mục đơn vị hành chính có ${f.problems.length} chỗ sai, chưa ghi gì:`,
      ...f.problems.slice(0, PROBLEMS_SHOWN).map((problem) => `- ${problemText(problem)}`),
      ...(f.problems.length > PROBLEMS_SHOWN ? [`- và ${f.problems.length - PROBLEMS_SHOWN} chỗ nữa.`] : []),
    ].join('\n'),
  'places.unit.unknown': (f: { uid: string }) =>
    `Không có đơn vị hành chính “${f.uid}”. Tìm theo tên ở trang Địa bàn, gõ dấu hay không đều được.`,
};
