import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divide } from '#kernel/decimal.ts';
import type { OfficialPaper, PaperTable, SnapshotBody, SnapshotDefinition } from '../model.ts';
import { aSnapshot } from '../testing.ts';
import { composeReport } from './compose-report.ts';
import { linesOf, tableNamed } from './testing.ts';

const paper = composeReport(aSnapshot());

describe('outline and layout', () => {
  test('RPT-12 the report has the parts, sections and tables 1 to 9 of a cluster report in their order', () => {
    const outline = paper.blocks.flatMap((block) => {
      if (block.kind === 'part') return [block.number];
      if (block.kind === 'heading' && block.level === 1) return [block.text.split('.')[0]];
      return block.kind === 'table' ? [block.caption.split('.')[0]] : [];
    });

    const part1 = ['I', 'II', 'Bảng 1', 'Bảng 2', 'Bảng 3', 'Bảng 4', 'Bảng 5', 'III', 'Bảng 6', 'IV', 'Bảng 7', 'V'];
    const rest = ['Bảng 8', 'VI', 'Bảng 9', 'VII', 'Bảng 10', 'VIII', 'Phần thứ hai', 'I', 'Bảng 11', 'II', 'III'];
    expect(outline).toEqual(['Phần thứ nhất', ...part1, ...rest]);
  });

  test('RPT-12 the letterhead, date, signature and foot are those of the decree and of the snapshot', () => {
    const file = aSnapshot();

    expect(paper).toMatchObject({
      superiorBody: 'LIÊN MINH HTX VIỆT NAM',
      issuingBody: 'CỤM LIÊN MINH HTX\n06 TỈNH BẮC TRUNG BỘ',
      number: 'Số: ……/BC-CTĐ',
      place: 'Nghệ An',
      dateLine: 'ngày 05 tháng 7 năm 2024',
      subject: 'Kết quả 6 tháng đầu năm 2024;\nnhiệm vụ 6 tháng cuối năm 2024',
      signer: { authority: ['TM. CỤM THI ĐUA', 'CỤM TRƯỞNG'], name: 'Nguyễn Bá Châu' },
      footer: 'Bản khóa 1, ngày 28/6/2024 · kiểm chứng tại Cổng thông tin, mục Kiểm chứng báo cáo',
      mark: 'DỮ LIỆU MẪU',
      snapshotHash: file.hash,
    });
  });

  test('RPT-12 tables stand in the numbered part of the section that speaks of them', () => {
    const rendered = '## 1. Số lượng\nA.\n## 2. Thành viên\nB.\n## 3. Vốn\nC.\n## 4. Xếp loại\nD.\n## 5. Chuỗi\nE.';
    const text = [{ code: 'development', title: 'Kết quả', body: rendered, rendered }];
    const blocks = composeReport(aSnapshot({ body: { text } })).blocks;

    const order = blocks.flatMap((block) => {
      if (block.kind === 'heading' && block.level === 2) return [block.text];
      return block.kind === 'table' ? [block.caption.split('.')[0]] : [];
    });
    expect(order.slice(0, 10)).toEqual([
      '1. Số lượng',
      'Bảng 1',
      'Bảng 2',
      '2. Thành viên',
      '3. Vốn',
      'Bảng 3',
      '4. Xếp loại',
      'Bảng 4',
      '5. Chuỗi',
      'Bảng 5',
    ]);
  });

  test('RPT-12 a paper without conference day and without named office-holders leaves dots and a blank name', () => {
    const blank = composeReport(aSnapshot({ body: { conferenceOn: null, offices: [] } }));

    expect(blank).toMatchObject({ place: '', dateLine: 'ngày …… tháng …… năm 2024', signer: { name: '' } });
  });

  test('RPT-12 while the head office is vacant the deputy signs for the head', () => {
    const deputy = {
      office: 'deputy',
      unitCode: 'LMHTX-QB',
      honorific: 'Ông',
      fullName: 'Ngô Gia Thởi',
      title: '',
    } as const;
    const head = { ...deputy, office: 'head', unitCode: 'LMHTX-NA', fullName: '' } as const;

    const { signer } = composeReport(aSnapshot({ body: { offices: [head, deputy] } }));

    expect(signer).toEqual({ authority: ['TM. CỤM THI ĐUA', 'KT. CỤM TRƯỞNG', 'CỤM PHÓ'], name: 'Ngô Gia Thởi' });
  });

  test('IAM-03 the report bears the authority and the name of whoever was given the signature', () => {
    const signature = { authority: ['TL. CỤM TRƯỞNG', 'CHÁNH VĂN PHÒNG'], name: 'Người được giao', delegation: 'd-1' };

    const { signer } = composeReport(aSnapshot({ body: { signature } }));

    expect(signer).toEqual({
      authority: ['TM. CỤM THI ĐUA', 'TL. CỤM TRƯỞNG', 'CHÁNH VĂN PHÒNG'],
      name: 'Người được giao',
    });
  });

  test.each([
    { isLocked: true, isDemo: false, mark: null },
    { isLocked: false, isDemo: false, mark: 'BẢN NHÁP' },
    { isLocked: false, isDemo: true, mark: 'BẢN NHÁP · DỮ LIỆU MẪU' },
  ])('RPT-12 a paper with locked $isLocked and sample $isDemo is marked $mark', ({ mark, ...body }) => {
    expect(composeReport(aSnapshot({ body })).mark).toBe(mark);
  });

  test('RPT-12 refuses to set a text in which a chip has no figure', () => {
    const rendered = 'Toàn cụm có {HTX.SAI/LMHTX-NA} HTX.';
    const text = [{ code: 'development', title: 'Kết quả', body: rendered, rendered }];

    expect(() => composeReport(aSnapshot({ body: { text } }))).toThrow(
      expect.objectContaining({
        refusal: {
          code: 'review.paper.unresolved-chip',
          facts: { section: 'Kết quả', chip: '{HTX.SAI/LMHTX-NA}' },
        },
      }),
    );
  });
});

describe('figures', () => {
  test('table 1 gives the shares of the fixture, which add up to 100,0', () => {
    const column = (at: number) => tableNamed(paper, 'Bảng 1').rows.map((row) => row.at(at)?.text);

    expect(column(-4)).toEqual(['1.331', '903', '1.031', '490', '347', '323', '4.425']);
    expect(column(-3)).toEqual(['30,1', '20,4', '23,3', '11,1', '7,8', '7,3', '100,0']);
    expect(column(-1)?.at(0)).toBe('tăng 47');
  });

  test('the shift of a share is written in words with its direction', () => {
    const base = aSnapshot().snapshot;
    const share = base.figures['XL.TK.TL1'];
    const shifted = { current: { ...share?.current, total: '61.4' }, lastYear: { ...share?.lastYear, total: '64.6' } };
    const figures = { ...base.figures, 'XL.TK.TL1': { ...share, ...shifted } } as SnapshotBody['figures'];

    const lastRow = tableNamed(composeReport(aSnapshot({ body: { figures } })), 'Bảng 4').rows.at(-1);

    expect(lastRow?.slice(-3).map((cell) => cell.text)).toEqual(['61,4', '64,6', 'giảm 3,2 điểm phần trăm']);
  });

  test('RPT-06 with six units no total carries a coverage label', () => {
    expect(linesOf(paper).filter((line) => line.includes('đơn vị)'))).toEqual([]);
  });

  test('RPT-06 a unit that sent nothing is a dash, is not summed as 0, and every total says 5/6 đơn vị', () => {
    const partial = composeReport(aSnapshot({ absentUnits: ['LMHTX-HT'] }));
    const table = tableNamed(partial, 'Bảng 1');

    expect(table.rows[2]?.map((cell) => cell.text)).toEqual(['3', 'Hà Tĩnh', '—', '—', '995', '—']);
    expect(table.rows.at(-1)?.map((cell) => cell.text)).toEqual([
      'Toàn cụm (5/6 đơn vị)',
      '3.394',
      '100,0',
      '4.270',
      '—',
    ]);
    for (const number of [2, 3, 5, 6, 7, 8, 9]) {
      expect(tableNamed(partial, `Bảng ${number}.`).head[0]?.at(-2)?.text).toBe('Toàn cụm\n(5/6 đơn vị)');
    }
    expect(partial.appendices[1]?.blocks.map(textOf)).toContain('Hà Tĩnh: chưa gửi báo cáo, thiếu mọi chỉ tiêu.');
  });

  test('RPT-06 a single hole is labelled at its own total', () => {
    const partial = composeReport(aSnapshot({ holes: ['TV.SO/LMHTX-QT'] }));
    const row = tableNamed(partial, 'Bảng 3').rows.find((cells) => cells[0]?.text.startsWith('Tổng số thành viên'));

    expect(row?.at(5)?.text).toBe('—');
    expect(row?.at(-2)?.text).toMatch(/^[\d.]+\n\(5\/6 đơn vị\)$/);
  });

  test('RPT-12 every number of the tables by unit equals the snapshot, for any figures and any holes', () => {
    const codes = aSnapshot().snapshot.definitions.map((definition) => definition.code);
    const units = aSnapshot().snapshot.units.map((unit) => unit.code);
    const hole = fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...units)).map((pair) => pair.join('/'));
    fc.assert(
      fc.property(fc.nat(), fc.array(hole, { maxLength: 12 }), (seed, holes) => {
        const file = aSnapshot({ seed, holes });

        const printed = composeReport(file);

        for (const number of [2, 3, 5, 6, 7, 8, 9, 10]) {
          expect(faults(tableNamed(printed, `Bảng ${number}.`), file.snapshot)).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('annexes', () => {
  test('RPT-12 declared and counted stand side by side and the gap is not hidden', () => {
    const row = tableNamed(paper, 'Số báo cáo').rows.find((cells) => cells[0]?.text === 'Số hợp tác xã cuối kỳ');
    const texts = row?.map((cell) => cell.text);

    expect(texts?.slice(3, 5)).toEqual(['903', '900']);
    expect(texts?.slice(-3)).toEqual(['4.425', '4.422', '+3']);
  });

  test('RPT-11 a corrected lock names the version it replaces, its hash and the reason', () => {
    const restates = { version: 1, hash: `sha256:${'a'.repeat(64)}`, reason: 'Sửa số của Hà Tĩnh.' };
    const lines = composeReport(aSnapshot({ body: { version: 2, restates } })).appendices[1]?.blocks.map(textOf);

    expect(lines?.join('\n')).toContain(
      `Bản khóa 2 thay bản khóa 1 (sha256:${'a'.repeat(64)}). Lý do: Sửa số của Hà Tĩnh.`,
    );
  });

  test('RPT-05 the notes of units, estimates and borders travel with the figures', () => {
    const lines = [...(paper.appendices[1]?.blocks ?? [])].map(textOf).join('\n');

    expect(lines).toContain('Tổng doanh thu: Thừa Thiên Huế (ước).');
    expect(lines).toContain('địa giới hành chính có hiệu lực tại ngày 14/6/2024');
    expect(tableNamed(paper, 'Cảnh báo').rows[0]?.[2]?.text).toContain('đã đối chiếu danh sách');
  });
});

function textOf(block: OfficialPaper['blocks'][number]): string {
  return block.kind === 'paragraph' ? block.inlines.map((inline) => inline.text).join('') : '';
}

/** Reads each printed number back and compares it with the snapshot, knowing a row only by its label. */
function faults(table: PaperTable, snapshot: SnapshotBody): string[] {
  return table.rows
    .filter((row) => row.length > 1)
    .flatMap((row) => {
      const label = (row[0]?.text ?? '').replaceAll('\u00a0', ' ');
      const definition = snapshot.definitions.find(
        ({ name, formCode }) => isRowOf(label, name) && isFormOf(table, formCode),
      );
      if (!definition) return [`${table.caption}: no indicator is called ${label}`];
      const figure = snapshot.figures[definition.code];
      const wanted = [...snapshot.units.map((unit) => figure?.current.byUnit[unit.code]), figure?.current.total];
      return [...wanted, figure?.lastYear.total].flatMap((amount, at) => {
        const text = (row[at + 1]?.text ?? '').split('\n')[0] ?? '';
        return isSame(text, amount ?? null, divisorOf(label, definition)) ? [] : [`${label}: ${text} is not ${amount}`];
      });
    });
}

const FORMS_OF_TABLES: Readonly<Record<string, readonly string[]>> = {
  'Bảng 2': ['B01'],
  'Bảng 3': ['B02', 'B03'],
  'Bảng 5': ['B03'],
  'Bảng 6': ['B07'],
  'Bảng 7': ['B06'],
  'Bảng 8': ['B05'],
  'Bảng 9': ['B08'],
  'Bảng 10': ['B09'],
};

function isFormOf(table: PaperTable, formCode: string): boolean {
  return FORMS_OF_TABLES[table.caption.split('.')[0] ?? '']?.includes(formCode) ?? false;
}

function isRowOf(label: string, name: string): boolean {
  return (
    label === name ||
    (label.startsWith(`${name} (`) && label.endsWith(')') && !label.slice(name.length + 2, -1).includes('('))
  );
}

function divisorOf(label: string, definition: SnapshotDefinition): string {
  if (label.endsWith('(tỷ đồng)')) return '1000000000';
  return label.endsWith('(triệu đồng)') ? '1000000' : String(definition.entryScale);
}

/** Equal to half of the last digit printed. */
function isSame(text: string, amount: string | null, divisor: string): boolean {
  if (amount === null || text === '—') return amount === null && text === '—';
  const printed = Number(text.replaceAll('.', '').replace(',', '.'));
  const digits = text.split(',')[1]?.length ?? 0;
  return Math.abs(printed - Number(divide(amount, divisor))) <= 0.5 * 10 ** -digits + 1e-9;
}
