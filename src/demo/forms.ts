import type { Decimal } from '#kernel/decimal.ts';
import { roundHalfUp } from '#kernel/decimal.ts';
import type { CreditFundRow, OrganisationStatus, RegisterRow } from '#register/public.ts';
import { countRows } from '#register/public.ts';
import type { Indicator, ValueAspect, ValueInput } from '#reporting/public.ts';
import { CUT_OFF, FIRST_DAY } from './cooperatives.ts';
import type { Profile } from './profiles.ts';
import type { Random } from './random.ts';

const MILLION = 1_000_000;
const COUNTED: readonly OrganisationStatus[] = ['operating', 'suspended', 'ceased', 'dissolving'];
/** The register of the demonstration holds cooperatives only; what else a form declares has its reason beside it. */
const NOTE_NO_RECORDS = 'Liên hiệp HTX chưa nhập hồ sơ vào sổ bộ; số theo báo cáo của phòng nghiệp vụ.';

/** Every typed cell of the nine forms: counted from the rows where the dictionary says how, else made up coherently. */
export function formValuesOf(
  profile: Profile,
  rows: readonly RegisterRow[],
  funds: readonly CreditFundRow[],
  indicators: readonly Indicator[],
  random: Random,
): readonly ValueInput[] {
  const counts = countRows(rows, funds, { firstDay: FIRST_DAY, lastDay: CUT_OFF, countedStatuses: COUNTED });
  const declared = declaredOf(profile, (key) => Number(counts.get(key) ?? 0), random);
  // One factor for a whole form: parts stay smaller than their totals.
  const growth = new Map(indicators.map((indicator) => [indicator.formCode, random.whole(90, 101) / 100]));
  return indicators
    .filter((indicator) => indicator.isEntered)
    .flatMap((indicator) => {
      const current = declared.get(indicator.code) ?? countedAmount(indicator, counts);
      if (current === null) return [];
      const note = indicator.code === 'LH.SO' ? NOTE_NO_RECORDS : '';
      const value = (aspect: ValueAspect, amount: Decimal, own = ''): ValueInput => ({
        indicatorCode: indicator.code,
        aspect,
        amount,
        basis: aspect === 'current' && indicator.kind === 'money' ? 'estimate' : 'actual',
        note: own,
        sheet: `Biểu ${indicator.formCode.slice(1)}`,
        cell: '',
      });
      return [
        value('current', current, note),
        value('last-year', lastYearOf(profile, indicator, current, growth.get(indicator.formCode) ?? 1)),
        ...planOf(indicator, current, random).map((plan) => value('plan', plan)),
      ];
    });
}

function countedAmount(indicator: Indicator, counts: ReadonlyMap<string, Decimal | null>): Decimal | null {
  if (indicator.countedBy === null) return null;
  return counts.get(indicator.countedBy) ?? (indicator.countedBy.startsWith('sector:') ? '0' : null);
}

type Count = (countedBy: string) => number;

function declaredOf(profile: Profile, count: Count, random: Random): ReadonlyMap<string, Decimal> {
  const operating = count('operating');
  const part = (of: number, least: number, most: number) => Math.round((of * random.whole(least, most)) / 100);
  const values: Record<string, number> = {
    'HTX.DAUKY': profile.cooperatives - profile.founded + profile.dissolved + profile.merged,
    'HTX.GIAITHE': profile.dissolved,
    'HTX.CHUYEN': profile.merged,
    'LH.SO': profile.unions,
    'THT.SO': profile.groups,
    ...supportOf(profile, part, random),
    ...supportFundOf(profile, part, operating, random),
    ...awardsOf(operating, random),
    ...difficultiesOf(profile, operating, count('having-offtake'), part),
    'KN.MO': random.whole(3, 14),
    'KN.XONG': random.whole(4, 22),
  };
  return new Map(Object.entries(values).map(([code, value]) => [code, String(value)]));
}

type Part = (of: number, least: number, most: number) => number;

function supportOf(profile: Profile, part: Part, random: Random): Record<string, number> {
  return {
    'TM.VB': random.whole(6, 19),
    'TV.LUOT': random.whole(90, 340),
    'TV.HTXMOI': part(profile.founded, 55, 90),
    'CSHT.LUOT': random.whole(28, 150),
    'CSHT.TIEN': random.whole(2100, 11_800) * MILLION,
    'DT.LOP': random.whole(6, 24),
    'DT.LUOT': random.whole(380, 1650),
    'TT.TIN': random.whole(45, 210),
    'XT.LUOT': random.whole(12, 70),
  };
}

/** Closing debt is opening debt plus what was lent less what was repaid. */
function supportFundOf(profile: Profile, part: Part, operating: number, random: Random): Record<string, number> {
  const capital = Math.round(profile.fundCapitalBillion * 1000);
  const opening = part(capital, 68, 82);
  const lent = part(capital, 14, 24);
  const repaid = part(capital, 9, 17);
  const closing = opening + lent - repaid;
  return {
    'QUY.VON': capital * MILLION,
    'QUY.DAU': opening * MILLION,
    'QUY.CHOVAY': lent * MILLION,
    'QUY.THUNO': repaid * MILLION,
    'QUY.DN': closing * MILLION,
    'QUY.QH': Math.round((closing * random.whole(8, 31)) / 1000) * MILLION,
    'QUY.DP': Math.round((capital * random.whole(8, 19)) / 1000) * MILLION,
    'QUY.HTXVAY': part(operating, 5, 12),
  };
}

/** The total by kind equals the total by object; the object of a few is not known and is counted so. */
function awardsOf(operating: number, random: Random): Record<string, number> {
  const [collectives, leaders, experts, workers, unknown] = [
    random.whole(14, 40),
    random.whole(12, 30),
    random.whole(6, 16),
    random.whole(5, 26),
    random.whole(0, 3),
  ];
  const total = collectives + leaders + experts + workers + unknown;
  const [theme, sudden, other] = [random.whole(8, 18), random.whole(1, 6), random.whole(1, 5)];
  return {
    'TD.PT': random.whole(2, 6),
    'TD.DVTG': Math.round(operating * 0.3) + random.whole(0, 40),
    'KT.TONG': total,
    'KT.CT': total - theme - sudden - other,
    'KT.CD': theme,
    'KT.DX': sudden,
    'KT.KHAC': other,
    'KT.TT': collectives,
    'KT.LD': leaders,
    'KT.CM': experts,
    'KT.LDSX': workers,
    'KT.CHUARO': unknown,
    'KT.CANHAN': leaders + experts + workers,
    'KT.NU': Math.floor((leaders + experts + workers) * 0.3),
    'KT.MN': random.whole(4, 15),
  };
}

function difficultiesOf(profile: Profile, operating: number, withOfftake: number, part: Part): Record<string, number> {
  return {
    'KK.W1': part(operating, 31, 39),
    'KK.W2': part(operating, 44, 58),
    'KK.W3': part(operating, 32, 41),
    'KK.W4': operating - withOfftake,
    'KK.W5': part(operating, 5, 11),
    'KK.W6': part(profile.founded, 58, 80),
    'KK.W7': part(operating, 36, 49),
    'KK.W8': part(operating, 31, 42),
    'KK.W9': part(operating, 16, 27),
    'KK.W10': part(profile.founded, 35, 70),
  };
}

/** A year ago: a little less of most things; the counts of cooperatives are the profile's own. */
function lastYearOf(profile: Profile, indicator: Indicator, current: Decimal, share: number): Decimal {
  if (indicator.code === 'HTX.SO') return String(profile.lastYear);
  const scale = indicator.kind === 'money' ? MILLION : 1;
  return roundHalfUp(String(Math.round((Number(current) * share) / scale) * scale), 0);
}

/** What alliances are given targets for. */
const PLANNED: Readonly<Record<string, number>> = {
  'HTX.MOI': 2.1,
  'HTX.SO': 1.03,
  'DT.LOP': 2,
  'DT.LUOT': 2,
  'TV.LUOT': 2,
  'QUY.CHOVAY': 2.2,
  'XL.TK': 1.06,
  'THT.SO': 1.02,
};

function planOf(indicator: Indicator, current: Decimal, random: Random): readonly Decimal[] {
  const factor = PLANNED[indicator.code];
  if (factor === undefined) return [];
  const scale = indicator.kind === 'money' ? MILLION * 100 : 1;
  return [String(Math.max(1, Math.round((Number(current) * factor * random.whole(95, 108)) / 100 / scale)) * scale)];
}
