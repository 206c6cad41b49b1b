import type { IsoDate } from '#kernel/time.ts';
import { addDays, isoDate } from '#kernel/time.ts';
import type { Unit } from '#places/public.ts';
import type { OrganisationStatus, Rating, RegisterRow } from '#register/public.ts';
import type { NameLists } from './names.ts';
import { cooperativeName, personName } from './names.ts';
import type { Profile } from './profiles.ts';
import type { Random } from './random.ts';

/** The period of the demonstration: 15/12/2023 to 14/06/2024. */
export const FIRST_DAY = isoDate('2023-12-15');
export const CUT_OFF = isoDate('2024-06-14');
const MILLION = 1_000_000n;
const CHECK_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

export interface Place {
  readonly communes: readonly Unit[];
  readonly districtName: (unit: Unit) => string;
  readonly provinceName: string;
}

interface Frame {
  readonly profile: Profile;
  readonly lists: NameLists;
  readonly place: Place;
  readonly random: Random;
  readonly names: Set<string>;
  readonly codes: Set<string>;
}

/** One row for each cooperative of the province, with some values missing and some doubtful, as real registers have. */
export function cooperativesOf(
  profile: Profile,
  lists: NameLists,
  place: Place,
  random: Random,
): readonly RegisterRow[] {
  const frame: Frame = { profile, lists, place, random, names: new Set(), codes: new Set() };
  return Array.from({ length: profile.cooperatives }, (_, index) => cooperative(frame, index));
}

function cooperative(frame: Frame, index: number): RegisterRow {
  const { profile, random } = frame;
  const isNew = index < profile.founded;
  const status = statusOf(profile, index, random);
  const sectorCode = random.chance(0.006) ? null : sectorOf(profile, isNew, random);
  const commune = random.pick(frame.place.communes);
  const establishedOn = isNew ? addDays(FIRST_DAY, random.whole(0, 180)) : foundedBefore(random);
  const figures = figuresOf(frame, { isNew, status, sectorCode, establishedOn });
  return {
    id: null,
    rowNo: 0,
    ...identity(frame, { sectorCode, commune, establishedOn, isNew }),
    status,
    statusSince: status === 'operating' ? null : stoppedOn(establishedOn, random),
    ...figures,
  };
}

function statusOf(profile: Profile, index: number, random: Random): OrganisationStatus {
  if (index < profile.cooperatives - (profile.cooperatives - profile.operating)) return 'operating';
  return random.weighted<OrganisationStatus>([
    { item: 'suspended', weight: 38 },
    { item: 'ceased', weight: 54 },
    { item: 'dissolving', weight: 8 },
  ]);
}

/** Some day after the founding on which a cooperative stopped; weeks at least before the cut-off. */
function stoppedOn(establishedOn: IsoDate, random: Random): IsoDate {
  const day = addDays(CUT_OFF, -random.whole(40, 1400));
  return day > establishedOn ? day : addDays(establishedOn, 1);
}

function sectorOf(profile: Profile, isNew: boolean, random: Random): string {
  const weights = Object.entries(profile.sectors).map(([item, weight]) => ({
    item,
    weight: isNew && item === 'nong-nghiep' ? weight * 1.5 : weight,
  }));
  return random.weighted(weights);
}

/** A day on which a cooperative of today may have been founded; more after the laws of 1996, 2003 and 2012. */
function foundedBefore(random: Random): IsoDate {
  const year = random.weighted([
    { item: random.whole(1978, 1996), weight: 12 },
    { item: random.whole(1997, 2003), weight: 18 },
    { item: random.whole(2004, 2012), weight: 24 },
    { item: random.whole(2013, 2023), weight: 46 },
  ]);
  const day = isoDate(
    `${year}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`,
  );
  return day < FIRST_DAY ? day : addDays(FIRST_DAY, -random.whole(1, 200));
}

function identity(
  frame: Frame,
  what: {
    readonly sectorCode: string | null;
    readonly commune: Unit;
    readonly establishedOn: IsoDate;
    readonly isNew: boolean;
  },
) {
  const { profile, lists, random } = frame;
  const where = {
    sectorCode: what.sectorCode ?? 'khac',
    provinceCode: profile.provinceCode,
    communeName: what.commune.name,
  };
  const hasCode = what.isNew || random.chance(0.93);
  const district = frame.place.districtName(what.commune);
  return {
    kind: 'cooperative',
    name: cooperativeName(lists, where, frame.names, random),
    shortName: '',
    code: hasCode ? taxCode(frame) : null,
    codeMissingReason: hasCode ? '' : 'Thành lập trước khi cấp mã số thống nhất',
    certificateNo: hasCode ? '' : `${random.whole(10, 99)}${String(random.whole(1, 9999)).padStart(6, '0')}`,
    registeredOn: random.chance(0.96) ? addDays(what.establishedOn, random.whole(0, what.isNew ? 0 : 20)) : null,
    registeringBody: district
      ? `Phòng Tài chính - Kế hoạch ${district.charAt(0).toLowerCase()}${district.slice(1)}`
      : '',
    establishedOn: what.establishedOn,
    establishedPrecision: 'day',
    address: `Thôn ${random.pick(lists.words)}`,
    communeText: what.commune.fullName,
    districtText: district,
    communeId: what.commune.id,
    sectorCode: what.sectorCode,
    secondarySectorCode: random.chance(0.2) ? 'thuong-mai-dich-vu' : null,
    representativeName: random.chance(0.97) ? personName(lists, profile.provinceCode, random) : '',
    representativeTitle: random.weighted([
      { item: 'Giám đốc', weight: 62 },
      { item: 'Chủ tịch Hội đồng quản trị', weight: 38 },
    ]),
    workPhone: random.chance(0.7) ? `0232000${String(random.whole(0, 9999)).padStart(4, '0')}` : '',
    confirmedOn: random.chance(0.9)
      ? addDays(CUT_OFF, -random.whole(0, 60))
      : addDays(CUT_OFF, -random.whole(370, 900)),
    note: 'DỮ LIỆU MẪU',
  } as const;
}

/** Ten digits with a right check digit; the province's prefix first. */
function taxCode(frame: Frame): string {
  for (;;) {
    const nine = `${frame.profile.taxPrefix}${String(frame.random.whole(0, 9_999_999)).padStart(7, '0')}`;
    const sum = CHECK_WEIGHTS.reduce((total, weight, at) => total + weight * Number(nine[at]), 0);
    const check = 10 - (sum % 11);
    const code = `${nine}${check}`;
    if (check === 10 || frame.codes.has(code)) continue;
    frame.codes.add(code);
    return code;
  }
}

interface Situation {
  readonly isNew: boolean;
  readonly status: OrganisationStatus;
  readonly sectorCode: string | null;
  readonly establishedOn: IsoDate;
}

function figuresOf(frame: Frame, what: Situation) {
  const { profile, random } = frame;
  const isOperating = what.status === 'operating';
  const isFarming = what.sectorCode === 'nong-nghiep';
  const members = memberFigures(frame, what.isNew, isFarming);
  const workers = Math.max(2, Math.round(random.around(isFarming ? 9 : 14, 0.7)));
  const money = isOperating && random.chance(0.94) ? moneyFigures(profile, isFarming, random) : NO_MONEY;
  const charter = million(random.around(isFarming ? 620 : 1350, 0.9));
  return {
    ...members,
    workersRegular: isOperating ? workers : 0,
    workersWomen: isOperating ? Math.floor(workers * random.around(0.35, 0.3)) % (workers + 1) : 0,
    incomeMonthDong:
      isOperating && random.chance(0.88) ? million(random.around(profile.incomeMillion, 0.22), 10) : null,
    charterCapitalDong: charter,
    paidInCapitalDong: random.chance(0.95) ? (charter * BigInt(random.whole(38, 100))) / 100n : null,
    assetsDong: random.chance(0.8) ? charter + million(random.around(900, 0.9)) : null,
    ...money,
    membersServed:
      isOperating && random.chance(0.9) ? Math.floor((members.membersTotal * random.whole(18, 96)) / 100) : null,
    offtakeContracts: isOperating ? (random.chance(0.36) ? random.whole(1, 4) : 0) : null,
    inValueChain: isOperating ? random.chance(0.17) : null,
    certificates:
      isOperating && random.chance(0.14)
        ? random.pick(['OCOP 3 sao', 'OCOP 4 sao', 'VietGAP', 'Hữu cơ', 'Mã vùng trồng'])
        : '',
    rating: ratingOf(profile, what, random),
    basis: random.chance(0.82) ? 'actual' : 'estimate',
  } as const;
}

function memberFigures(frame: Frame, isNew: boolean, isFarming: boolean) {
  const { profile, random } = frame;
  const median = isNew ? 14 : isFarming ? profile.membersMedian : Math.max(9, profile.membersMedian / 5);
  const total = Math.max(5, Math.round(random.around(median, 0.85)));
  const associate = random.chance(0.25) ? Math.floor((total * random.whole(2, 15)) / 100) : 0;
  return {
    membersTotal: total,
    membersOfficial: total - associate,
    membersAssociate: associate,
    membersWomen: Math.floor((total * random.whole(22, 58)) / 100),
    membersMinority: random.chance(0.12) ? Math.floor((total * random.whole(10, 95)) / 100) : 0,
  };
}

const NO_MONEY = { revenueDong: null, memberSalesDong: null, memberOutputDong: null, profitDong: null } as const;

function moneyFigures(profile: Profile, isFarming: boolean, random: Random) {
  const revenue = million(
    random.around(isFarming ? profile.revenueMedianMillion * 0.7 : profile.revenueMedianMillion * 1.6, 0.85),
  );
  const sales = (revenue * BigInt(random.whole(8, 62))) / 100n;
  const knowsOutput = random.chance(0.72);
  return {
    revenueDong: revenue,
    memberSalesDong: random.chance(0.9) ? sales : null,
    memberOutputDong: knowsOutput ? (sales * BigInt(random.whole(130, 520))) / 100n : null,
    profitDong:
      (revenue *
        BigInt(
          random.weighted([
            { item: random.whole(3, 16), weight: 90 },
            { item: -random.whole(1, 9), weight: 10 },
          ]),
        )) /
      100n,
  };
}

/** A cooperative younger than twelve months, or one that stopped, is not rated. */
function ratingOf(profile: Profile, what: Situation, random: Random): Rating | null {
  if (what.status !== 'operating') return null;
  if (what.establishedOn > addDays(CUT_OFF, -530)) return 'not-rated';
  const upper = profile.goodOrFair;
  return random.weighted<Rating>([
    { item: 'good', weight: upper * 0.27 },
    { item: 'fair', weight: upper * 0.73 },
    { item: 'average', weight: (100 - upper) * 0.76 },
    { item: 'weak', weight: (100 - upper) * 0.18 },
    { item: 'not-rated', weight: (100 - upper) * 0.06 },
  ]);
}

/** Millions of đồng, rounded to a whole million (or to `parts` of one). */
function million(value: number, parts = 1): bigint {
  return (BigInt(Math.max(1, Math.round(value * parts))) * MILLION) / BigInt(parts);
}
