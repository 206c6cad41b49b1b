import { isoDate } from '#kernel/time.ts';
import { workCalendar } from '../calendar.ts';
import type { RuleBook, SizeFigures } from '../model.ts';
import { classifySize } from '../size.ts';
import { sizeFigures } from '../size-figures.ts';
import type { Edge } from './edges.ts';

const BN = 1_000_000_000n;
const D113 = '113/2024/NĐ-CP Đ.5';
const DAY = isoDate('2025-03-01');

const figures = (says: Partial<SizeFigures>): SizeFigures => ({
  sectorCode: 'nong-nghiep',
  membersOfficial: 0,
  membersTotal: null,
  revenueDong: 0n,
  isWholeYear: true,
  capitalDong: 0n,
  ...says,
});

function size(rule: string, says: string, given: Partial<SizeFigures>, is: string): Edge {
  return {
    rule: `size.${rule}@2024-11-01`,
    cite: D113,
    says,
    run: (book) => classifySize(book, figures(given), DAY).class,
    is,
  };
}

/** Each of the three edges of a class, one below, at and one above, the other parts being enough or wanting. */
function classEdges(
  [sector, name, below]: readonly [string, string, string],
  sectorCode: string,
  [members, revenueBn, capitalBn]: readonly [number, bigint, bigint],
): readonly Edge[] {
  const rule = `${sector}.${name}`;
  const enough = { sectorCode, membersOfficial: members };
  const [revenue, capital] = [revenueBn * BN, capitalBn * BN];
  return [
    size(
      rule,
      `${members - 1} thành viên`,
      { ...enough, membersOfficial: members - 1, revenueDong: revenue, capitalDong: capital },
      below,
    ),
    size(rule, `${members} thành viên`, { ...enough, revenueDong: revenue, capitalDong: capital }, name),
    size(rule, `${members + 1} thành viên`, { ...enough, membersOfficial: members + 1, revenueDong: revenue }, name),
    size(rule, `doanh thu ${revenueBn} tỷ − 1 đồng`, { ...enough, revenueDong: revenue - 1n }, below),
    size(rule, `doanh thu ${revenueBn} tỷ`, { ...enough, revenueDong: revenue }, name),
    size(rule, `doanh thu ${revenueBn} tỷ + 1 đồng`, { ...enough, revenueDong: revenue + 1n }, name),
    size(rule, `vốn ${capitalBn} tỷ − 1 đồng`, { ...enough, capitalDong: capital - 1n }, below),
    size(rule, `vốn ${capitalBn} tỷ`, { ...enough, capitalDong: capital }, name),
    size(rule, `vốn ${capitalBn} tỷ + 1 đồng`, { ...enough, capitalDong: capital + 1n }, name),
  ];
}

/** Without numbers nothing is decided, however large or small the figures. */
function undecided(sector: string, name: string, sectorCode: string): readonly Edge[] {
  return [0, 99, 10_000].map((members) =>
    size(
      `${sector}.${name}`,
      `chưa có số, ${members} thành viên`,
      { sectorCode, membersOfficial: members, revenueDong: sector === 'industry' ? 79n * BN : 900n * BN },
      'undetermined',
    ),
  );
}

const DECREE = [
  // One member fewer is the next smaller class only where its own revenue or capital is met as well.
  ...classEdges(['agriculture', 'large', 'medium'], 'nong-nghiep', [300, 50n, 10n]),
  ...classEdges(['agriculture', 'medium', 'small'], 'lam-nghiep', [200, 10n, 5n]),
  ...classEdges(['agriculture', 'small', 'micro'], 'diem-nghiep', [50, 2n, 1n]),
  ...classEdges(['industry', 'large', 'undetermined'], 'xay-dung', [100, 80n, 20n]),
  ...undecided('industry', 'medium', 'xay-dung'),
  ...undecided('industry', 'small', 'cong-nghiep-ttcn'),
  ...['large', 'medium', 'small'].flatMap((name) => undecided('finance', name, 'quy-tin-dung')),
  ...['large', 'medium', 'small'].flatMap((name) => undecided('trade', name, 'thuong-mai-dich-vu')),
];

const SECTORS = (
  [
    ['diem-nghiep', 'agriculture'],
    ['nuoc-moi-truong', 'industry'],
    ['giao-thong-van-tai', 'trade'],
    ['quy-tin-dung', 'finance'],
    ['khong-co', null],
  ] as const
).map(
  ([sectorCode, is]): Edge => ({
    rule: 'size.sectors@2024-11-01',
    cite: '113/2024/NĐ-CP Đ.4',
    says: sectorCode,
    run: (book) => classifySize(book, figures({ sectorCode }), DAY).sector,
    is,
  }),
);

const MEASURING = (
  [
    ['2024-12-30', 10],
    ['2025-01-01', 20],
    ['2025-12-31', 20],
  ] as const
).map(
  ([day, is]): Edge => ({
    rule: 'size.measuring@2024-11-01',
    cite: '113/2024/NĐ-CP Đ.4',
    says: `ngày ${day}`,
    run: (book) => {
      const reports = [
        ['2023', 10],
        ['2024', 20],
        ['2025-H1', 30],
      ] as const;
      return sizeFigures(
        book,
        {
          sectorCode: null,
          reports: reports.map(([periodCode, membersOfficial]) => ({
            periodCode,
            membersOfficial,
            membersTotal: null,
            revenueDong: null,
            assetsDong: null,
          })),
        },
        isoDate(day),
      ).figures.membersOfficial;
    },
    is,
  }),
);

const circular = (
  rule: string,
  says: string,
  given: Partial<SizeFigures>,
  part: 'byMembers' | 'byCapital',
  is: string,
) => ({
  rule: `${rule}@2020-04-01`,
  cite: '01/2020/TT-BKHĐT',
  says,
  run: (book: RuleBook) => classifySize(book, figures(given), isoDate('2024-10-31'))[part],
  is,
});

const CIRCULAR: readonly Edge[] = [
  ...(
    [
      [49, 'micro'],
      [50, 'small'],
      [51, 'small'],
      [299, 'small'],
      [300, 'small'],
      [301, 'medium'],
      [999, 'medium'],
      [1000, 'medium'],
      [1001, 'large'],
    ] as const
  ).map(([membersTotal, is]) =>
    circular('size-2020.members', `${membersTotal} thành viên`, { membersTotal }, 'byMembers', is),
  ),
  ...(
    [
      [BN - 1n, 'micro'],
      [BN, 'small'],
      [BN + 1n, 'small'],
      [5n * BN - 1n, 'small'],
      [5n * BN, 'medium'],
      [5n * BN + 1n, 'medium'],
      [50n * BN - 1n, 'medium'],
      [50n * BN, 'large'],
      [50n * BN + 1n, 'large'],
    ] as const
  ).map(([capitalDong, is]) => circular('size-2020.capital', `${capitalDong} đồng`, { capitalDong }, 'byCapital', is)),
  // Named by officers; two or more kinds make it mixed, which no figure decides.
  {
    rule: 'size-2020.service@2020-04-01',
    cite: '01/2020/TT-BKHĐT',
    says: 'bốn cách phục vụ',
    run: (book) => book.find(({ key }) => key === 'size-2020.service')?.value,
    is: ['production', 'consumption', 'jobs', 'mixed'],
  },
];

const DAYS_OFF = (
  [
    ['calendar.fixed-holidays@2021-01-01', '45/2019/QH14 Đ.112', '2027-04-29', true],
    ['calendar.fixed-holidays@2021-01-01', '45/2019/QH14 Đ.112', '2027-04-30', false],
    ['calendar.fixed-holidays@2021-01-01', '45/2019/QH14 Đ.112', '2027-09-02', false],
    ['calendar.fixed-holidays@2021-01-01', '45/2019/QH14 Đ.112', '2027-09-03', true],
    ['calendar.swapped-days@2020-01-01', 'Thông báo hoán đổi', '2024-04-29', false],
    ['calendar.swapped-days@2020-01-01', 'Thông báo hoán đổi', '2024-05-04', true],
    ['calendar.swapped-days@2020-01-01', 'Thông báo hoán đổi', '2024-05-11', false],
    ['calendar.swapped-days@2020-01-01', 'Thông báo hoán đổi', '2025-04-26', true],
    ['calendar.swapped-days@2020-01-01', 'Thông báo hoán đổi', '2025-05-02', false],
  ] as const
).map(
  ([rule, cite, day, is]): Edge => ({
    rule,
    cite,
    says: day,
    run: (book) => workCalendar(book, DAY).isWorking(isoDate(day)),
    is,
  }),
);

export const SIZE_EDGES: readonly Edge[] = [...DECREE, ...SECTORS, ...MEASURING, ...CIRCULAR, ...DAYS_OFF];
