/**
 * What the six provinces of the demonstration look like. Only the six counts of cooperatives and the 200 funds of the
 * cluster are from the news page of 05/07/2024; everything else is synthetic, of a likely size.
 */
export interface Profile {
  readonly unitCode: string;
  readonly provinceCode: string;
  /** Cooperatives at the cut-off: one row each in the register. */
  readonly cooperatives: number;
  readonly operating: number;
  readonly founded: number;
  readonly dissolved: number;
  readonly merged: number;
  readonly lastYear: number;
  readonly unions: number;
  readonly groups: number;
  readonly funds: number;
  readonly taxPrefix: string;
  /** Out of 100 rows. */
  readonly sectors: Readonly<Record<string, number>>;
  readonly membersMedian: number;
  readonly revenueMedianMillion: number;
  readonly incomeMillion: number;
  /** Share of operating cooperatives rated good or fair, out of 100. */
  readonly goodOrFair: number;
  readonly fundCapitalBillion: number;
}

function sectors(
  agriculture: number,
  forestry: number,
  fishery: number,
  salt: number,
): Readonly<Record<string, number>> {
  const rest = 100 - agriculture - forestry - fishery - salt;
  return {
    'nong-nghiep': agriculture,
    'lam-nghiep': forestry,
    'thuy-san': fishery,
    'diem-nghiep': salt,
    'cong-nghiep-ttcn': rest * 0.3,
    'xay-dung': rest * 0.06,
    'thuong-mai-dich-vu': rest * 0.31,
    'giao-thong-van-tai': rest * 0.1,
    dien: rest * 0.07,
    'nuoc-moi-truong': rest * 0.12,
    khac: rest * 0.04,
  };
}

export const PROFILES: readonly Profile[] = [
  {
    unitCode: 'LMHTX-TH',
    provinceCode: '38',
    cooperatives: 1331,
    operating: 1235,
    founded: 41,
    dissolved: 17,
    merged: 2,
    lastYear: 1284,
    unions: 6,
    groups: 1204,
    funds: 67,
    taxPrefix: '28',
    sectors: sectors(57, 3, 4, 0.5),
    membersMedian: 120,
    revenueMedianMillion: 1450,
    incomeMillion: 4.4,
    goodOrFair: 52,
    fundCapitalBillion: 68.4,
  },
  {
    unitCode: 'LMHTX-NA',
    provinceCode: '40',
    cooperatives: 903,
    operating: 832,
    founded: 28,
    dissolved: 9,
    merged: 1,
    lastYear: 871,
    unions: 5,
    groups: 2870,
    funds: 57,
    taxPrefix: '29',
    sectors: sectors(69, 4, 4.5, 1),
    membersMedian: 190,
    revenueMedianMillion: 720,
    incomeMillion: 5.1,
    goodOrFair: 58,
    fundCapitalBillion: 41.2,
  },
  {
    unitCode: 'LMHTX-HT',
    provinceCode: '42',
    cooperatives: 1031,
    operating: 943,
    founded: 22,
    dissolved: 15,
    merged: 3,
    lastYear: 1002,
    unions: 4,
    groups: 3115,
    funds: 34,
    taxPrefix: '30',
    sectors: sectors(61, 4, 6, 1),
    membersMedian: 62,
    revenueMedianMillion: 560,
    incomeMillion: 4.0,
    goodOrFair: 50,
    fundCapitalBillion: 35.6,
  },
  {
    unitCode: 'LMHTX-QB',
    provinceCode: '44',
    cooperatives: 490,
    operating: 458,
    founded: 14,
    dissolved: 6,
    merged: 0,
    lastYear: 474,
    unions: 3,
    groups: 1018,
    funds: 24,
    taxPrefix: '31',
    sectors: sectors(56, 5, 8, 1),
    membersMedian: 130,
    revenueMedianMillion: 640,
    incomeMillion: 4.2,
    goodOrFair: 54,
    fundCapitalBillion: 32.7,
  },
  {
    unitCode: 'LMHTX-QT',
    provinceCode: '45',
    cooperatives: 347,
    operating: 320,
    founded: 12,
    dissolved: 4,
    merged: 1,
    lastYear: 332,
    unions: 2,
    groups: 640,
    funds: 11,
    taxPrefix: '32',
    sectors: sectors(74, 4, 4, 0.3),
    membersMedian: 175,
    revenueMedianMillion: 430,
    incomeMillion: 3.6,
    goodOrFair: 56,
    fundCapitalBillion: 24.9,
  },
  {
    unitCode: 'LMHTX-TTH',
    provinceCode: '46',
    cooperatives: 323,
    operating: 304,
    founded: 9,
    dissolved: 5,
    merged: 0,
    lastYear: 305,
    unions: 3,
    groups: 512,
    funds: 7,
    taxPrefix: '33',
    sectors: sectors(58, 3, 6.5, 0.3),
    membersMedian: 240,
    revenueMedianMillion: 880,
    incomeMillion: 4.6,
    goodOrFair: 57,
    fundCapitalBillion: 27.6,
  },
];
