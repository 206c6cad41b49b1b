import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Decimal, divide, multiply, sum } from '#kernel/decimal.ts';
import { projectRoot } from '#platform/root.server.ts';
import type { SnapshotBody, SnapshotDefinition, SnapshotFigure, SnapshotFile, SnapshotSpread } from './model.ts';
import { SNAPSHOT_FORMAT } from './model.ts';
import { snapshotFileOf } from './snapshot.ts';
import { sampleText } from './testing-text.ts';

/** Code, province, province code, cooperatives of the fixture, funds. */
const UNITS = [
  ['LMHTX-TH', 'Thanh Hóa', '38', 1331, 67],
  ['LMHTX-NA', 'Nghệ An', '40', 903, 58],
  ['LMHTX-HT', 'Hà Tĩnh', '42', 1031, 31],
  ['LMHTX-QB', 'Quảng Bình', '44', 490, 24],
  ['LMHTX-QT', 'Quảng Trị', '45', 347, 11],
  ['LMHTX-TTH', 'Thừa Thiên Huế', '46', 323, 9],
] as const;

/** Parts of another indicator, so that the sample adds up as a real review does. Money per head is in đồng. */
const PARTS: Readonly<Record<string, readonly [of: string, share: number]>> = {
  'HTX.MOI': ['HTX.SO', 0.024],
  'HTX.GIAITHE': ['HTX.SO', 0.006],
  'HTX.CHUYEN': ['HTX.SO', 0.003],
  'HTX.HD': ['HTX.SO', 0.87],
  'HTX.LV.LN': ['HTX.SO', 0.03],
  'HTX.LV.TS': ['HTX.SO', 0.04],
  'HTX.LV.DN': ['HTX.SO', 0.01],
  'HTX.LV.CN': ['HTX.SO', 0.1],
  'HTX.LV.XD': ['HTX.SO', 0.03],
  'HTX.LV.TM': ['HTX.SO', 0.08],
  'HTX.LV.VT': ['HTX.SO', 0.03],
  'HTX.LV.DI': ['HTX.SO', 0.02],
  'HTX.LV.MT': ['HTX.SO', 0.02],
  'HTX.LV.KH': ['HTX.SO', 0.02],
  'HTX.MOI.NN': ['HTX.MOI', 0.68],
  'THT.SO': ['HTX.SO', 2.3],
  'TV.SO': ['HTX.SO', 196],
  'TV.CT': ['TV.SO', 0.92],
  'TV.LK': ['TV.SO', 0.08],
  'TV.NU': ['TV.SO', 0.43],
  'TV.DTTS': ['TV.SO', 0.11],
  'TV.HTX': ['HTX.SO', 0.94],
  'LD.TX': ['HTX.SO', 21],
  'LD.NU': ['LD.TX', 0.46],
  'LD.CO': ['LD.TX', 0.83],
  'TN.TONG': ['LD.CO', 4_950_000],
  'VON.DL': ['HTX.SO', 1_960_000_000],
  'VON.TG': ['VON.DL', 0.71],
  'TS.TONG': ['HTX.SO', 3_800_000_000],
  'DT.HTX': ['HTX.SO', 0.81],
  'DT.TONG': ['DT.HTX', 1_430_000_000],
  'LN.TONG': ['DT.TONG', 0.061],
  'DT.TV': ['DT.TONG', 0.38],
  'BT.TU': ['DT.TV', 0.7],
  'BT.MAU': ['BT.TU', 4.1],
  'BT.SO': ['HTX.HD', 0.22],
  'CGT.SO': ['HTX.HD', 0.16],
  'CN.HL': ['HTX.HD', 0.14],
  'DVTV.SO': ['TV.SO', 0.5],
  'DVTV.MAU': ['TV.SO', 0.88],
  'XL.TOT': ['HTX.HD', 0.14],
  'XL.KHA': ['HTX.HD', 0.37],
  'XL.TB': ['HTX.HD', 0.33],
  'XL.YEU': ['HTX.HD', 0.1],
  'TV.LUOT': ['HTX.SO', 0.31],
  'TV.HTXMOI': ['HTX.MOI', 0.8],
  'CSHT.LUOT': ['HTX.SO', 0.09],
  'CSHT.TIEN': ['CSHT.LUOT', 180_000_000],
  'DT.LUOT': ['HTX.SO', 1.9],
  'QUY.VON': ['HTX.SO', 41_000_000],
  'QUY.DAU': ['QUY.VON', 0.66],
  'QUY.CHOVAY': ['QUY.VON', 0.18],
  'QUY.THUNO': ['QUY.VON', 0.13],
  'QUY.DN': ['QUY.VON', 0.71],
  'QUY.QH': ['QUY.DN', 0.034],
  'QUY.DP': ['QUY.QH', 0.6],
  'QUY.HTXVAY': ['HTX.HD', 0.03],
  'QTD.BC': ['QTD.SO', 0.97],
  'QTD.LAI': ['QTD.BC', 0.94],
  'QTD.TV': ['QTD.BC', 2510],
  'QTD.VON': ['QTD.BC', 9_100_000_000],
  'QTD.HD': ['QTD.BC', 214_000_000_000],
  'QTD.DN': ['QTD.BC', 171_000_000_000],
  'QTD.NX': ['QTD.DN', 0.009],
  'QTD.LN': ['QTD.DN', 0.007],
  'KT.CT': ['HTX.SO', 0.2],
  'KK.W1': ['HTX.HD', 0.31],
  'KK.W2': ['HTX.HD', 0.52],
  'KK.W4': ['HTX.HD', 0.61],
};

/** Sums and remainders, in the order they can be made; a minus takes away. */
const SUMS: Readonly<Record<string, readonly string[]>> = {
  'HTX.LV.CHUA': ['HTX.LV.KH'],
  'HTX.LV.NN': [
    'HTX.SO',
    ...['LN', 'TS', 'DN', 'CN', 'XD', 'TM', 'VT', 'DI', 'MT', 'KH', 'CHUA'].map((s) => `-HTX.LV.${s}`),
  ],
  'HTX.DAUKY': ['HTX.SO', '-HTX.MOI', 'HTX.GIAITHE', 'HTX.CHUYEN'],
  'HTX.DUNG': ['HTX.SO', '-HTX.HD'],
  'HTX.NN.SO': ['HTX.LV.NN', 'HTX.LV.LN', 'HTX.LV.TS', 'HTX.LV.DN'],
  'HTX.CONGANH': ['HTX.SO', '-HTX.LV.CHUA'],
  'XL.TK': ['XL.TOT', 'XL.KHA'],
  'XL.DAXEP': ['XL.TOT', 'XL.KHA', 'XL.TB', 'XL.YEU'],
  'XL.KHONG': ['HTX.HD', '-XL.DAXEP'],
  'KT.TONG': ['KT.CT', 'KT.CD', 'KT.DX', 'KT.KHAC'],
  'KT.CANHAN': ['KT.LD', 'KT.CM', 'KT.LDSX'],
  'KT.TT': ['KT.TONG', '-KT.CANHAN', '-KT.CHUARO'],
};

export interface SampleWishes {
  /** Other numbers everywhere but in the fixture's counts. */
  readonly seed?: number;
  /** Units that sent nothing. */
  readonly absentUnits?: readonly string[];
  /** Single holes, `TV.SO/LMHTX-HT`. */
  readonly holes?: readonly string[];
  readonly body?: Partial<SnapshotBody>;
}

/** A review of the six alliances with every indicator of the dictionary: 4.425 cooperatives, 200 credit funds. */
export function aSnapshot(wishes: SampleWishes = {}): SnapshotFile {
  const definitions = sampleDefinitions();
  const figures = sampleFigures(definitions, wishes);
  const units = UNITS.map(([code, provinceName, provinceCode], at) => {
    const isAbsent = wishes.absentUnits?.includes(code) ?? false;
    return {
      code,
      name: `Liên minh Hợp tác xã tỉnh ${provinceName}`,
      shortName: provinceName.replace('Thừa Thiên', 'T.T.'),
      provinceName,
      provinceCode,
      geographicRank: at + 1,
      submitted: !isAbsent,
      submittedAt: isAbsent ? null : `2024-06-19T0${at + 1}:10:00.000Z`,
      submittedBy: isAbsent ? null : 'Cán bộ tổng hợp',
      receipt: isAbsent ? null : `2024-H1-${code}-01`,
      workbook: isAbsent
        ? null
        : {
            importId: `0190${provinceCode}00-0000-7000-8000-000000000000`,
            fileName: `${code}-2024-H1.xlsx`,
            sha256: provinceCode.repeat(32),
          },
    };
  });
  return snapshotFileOf({
    format: SNAPSHOT_FORMAT,
    cluster: {
      code: 'CUM-BTB',
      name: 'Cụm Liên minh Hợp tác xã 06 tỉnh Bắc Trung Bộ',
      shortName: 'Cụm Bắc Trung Bộ',
    },
    period: { code: '2024-H1', kind: 'half-year', firstDay: '2023-12-15', lastDay: '2024-06-14' },
    version: 1,
    isLocked: true,
    isDemo: true,
    madeAt: '2024-06-28T08:30:00.000Z',
    madeBy: 'Tổ giúp việc Cụm',
    conferenceOn: '2024-07-05',
    units,
    definitions,
    figures,
    geography: {
      asOf: '2024-06-14',
      provinces: UNITS.map(([, name, code]) => ({ uid: `p-${code}`, name })),
    },
    offices: [
      {
        office: 'head',
        unitCode: 'LMHTX-NA',
        honorific: 'Đồng chí',
        fullName: 'Nguyễn Bá Châu',
        title: 'Chủ tịch Liên minh HTX tỉnh Nghệ An',
      },
    ],
    rules: [],
    text: sampleText(),
    restates: null,
    notes: [
      {
        unitCode: 'LMHTX-HT',
        finding: 'Thành viên bình quân một HTX lệch quá 3 lần trung vị của Cụm',
        note: 'Hai HTX toàn xã có trên 2.000 thành viên, đã đối chiếu danh sách.',
      },
    ],
    ...wishes.body,
  });
}

function sampleDefinitions(): SnapshotDefinition[] {
  const text = readFileSync(path.join(projectRoot(), 'seed/indicators.csv'), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, skip_empty_lines: true, bom: true });
  return rows.map((row) => ({
    code: row.code ?? '',
    version: Number(row.version),
    name: row.name ?? '',
    unit: row.unit ?? '',
    kind: row.kind ?? '',
    aggregation: row.aggregation ?? '',
    numerator: row.numerator || null,
    denominator: row.denominator || null,
    formCode: row.form_code ?? '',
    rowNo: Number(row.row_no),
    indent: Number(row.indent),
    groupName: row.group_name ?? '',
    decimals: Number(row.decimals),
    entryScale: Number(row.entry_scale),
    definition: row.definition ?? '',
  }));
}

type Values = Record<string, Decimal | null>;

function sampleFigures(
  definitions: readonly SnapshotDefinition[],
  wishes: SampleWishes,
): Record<string, SnapshotFigure> {
  const seed = wishes.seed ?? 1;
  const current = new Map<string, Values>();
  const lastYear = new Map<string, Values>();
  for (const [unit, , , cooperatives, funds] of UNITS) {
    const holes = new Set(
      (wishes.holes ?? [])
        .map((hole) => hole.split('/'))
        .filter((h) => h[1] === unit)
        .map((h) => h[0]),
    );
    const isAbsent = wishes.absentUnits?.includes(unit) ?? false;
    const values = unitValues(definitions, unit, cooperatives, funds, seed);
    const earlier = unitValues(definitions, unit, Math.round(cooperatives * 0.965), funds, seed + 7);
    for (const code of Object.keys(values)) if (isAbsent || holes.has(code)) values[code] = null;
    current.set(unit, values);
    lastYear.set(unit, earlier);
  }
  return Object.fromEntries(
    definitions.map((definition) => [definition.code, figureOf(definition, current, lastYear)] as const),
  );
}

function figureOf(
  definition: SnapshotDefinition,
  current: ReadonlyMap<string, Values>,
  lastYear: ReadonlyMap<string, Values>,
): SnapshotFigure {
  const nothing = new Map(UNITS.map(([unit]) => [unit, {} as Values]));
  const counted = new Map([...current].map(([unit, values]) => [unit, countedValues(unit, values)]));
  const isCounted = ['HTX.SO', 'HTX.HD', 'HTX.DUNG', 'HTX.MOI', 'TV.SO', 'QTD.SO', 'XL.TOT', 'XL.KHA'].includes(
    definition.code,
  );
  const planned = new Map([...current].map(([unit, values]) => [unit, plannedValues(values)]));
  return {
    current: spreadOf(definition, current),
    lastYear: spreadOf(definition, lastYear),
    plan: spreadOf(definition, definition.code === 'HTX.MOI' || definition.code === 'XL.TK' ? planned : nothing),
    counted: isCounted ? spreadOf(definition, counted) : null,
    basis: definition.code === 'DT.TONG' ? { 'LMHTX-TTH': 'estimate' } : {},
  };
}

function countedValues(unit: string, values: Values): Values {
  const declared = values['HTX.SO'] ?? null;
  return { ...values, 'HTX.SO': declared && unit === 'LMHTX-NA' ? String(Number(declared) - 3) : declared };
}

function plannedValues(values: Values): Values {
  return { 'HTX.MOI': values['HTX.MOI'] ? multiply(values['HTX.MOI'], '2') : null, 'XL.TK': values['XL.TK'] ?? null };
}

function spreadOf(definition: SnapshotDefinition, units: ReadonlyMap<string, Values>): SnapshotSpread {
  const byUnit = Object.fromEntries([...units].map(([unit, values]) => [unit, amountOf(definition, values)]));
  const having = [...units].filter(([, values]) => amountOf(definition, values) !== null).map(([, values]) => values);
  const total = having.length === 0 ? null : totalOf(definition, having);
  return { total, byUnit, coverage: { have: having.length, of: units.size } };
}

function totalOf(definition: SnapshotDefinition, having: readonly Values[]): Decimal | null {
  const total = (code: string) => sum(having.map((values) => values[code] ?? '0'));
  if (definition.aggregation === 'sum') return total(definition.code);
  return ratioOf(definition, total(definition.numerator ?? ''), total(definition.denominator ?? ''));
}

function amountOf(definition: SnapshotDefinition, values: Values): Decimal | null {
  if (definition.aggregation === 'sum') return values[definition.code] ?? null;
  return ratioOf(definition, values[definition.numerator ?? ''] ?? null, values[definition.denominator ?? ''] ?? null);
}

function ratioOf(
  definition: SnapshotDefinition,
  numerator: Decimal | null,
  denominator: Decimal | null,
): Decimal | null {
  if (numerator === null || denominator === null) return null;
  const above = definition.unit === '%' ? multiply(numerator, '100') : numerator;
  return divide(above, denominator) ?? null;
}

function unitValues(
  definitions: readonly SnapshotDefinition[],
  unit: string,
  cooperatives: number,
  funds: number,
  seed: number,
): Values {
  const values: Record<string, number> = { 'HTX.SO': cooperatives, 'QTD.SO': funds };
  for (const [code, [of, share]] of Object.entries(PARTS)) {
    const swing = code.startsWith('XL.') ? 0.08 : 0.3;
    const by = 1 - swing / 2 + swing * chance(`${code}/${unit}/${seed}`);
    values[code] = Math.round((values[of] ?? 0) * share * by);
  }
  for (const definition of definitions) {
    if (definition.aggregation === 'sum') {
      values[definition.code] ??= 3 + Math.round(40 * chance(`${definition.code}/${unit}/${seed}`));
    }
  }
  const signed = (part: string) => (part.startsWith('-') ? -(values[part.slice(1)] ?? 0) : (values[part] ?? 0));
  for (const [code, parts] of Object.entries(SUMS)) {
    values[code] = Math.max(
      0,
      parts.reduce((total, part) => total + signed(part), 0),
    );
  }
  return Object.fromEntries(
    definitions.filter((d) => d.aggregation === 'sum').map((d) => [d.code, String(values[d.code] ?? 0)]),
  );
}

/** From 0 to 1, always the same for the same words (FNV-1a). */
function chance(words: string): number {
  let hash = 0x811c9dc5;
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return (hash >>> 8) / 0x1000000;
}
