import type { Id } from '#kernel/ids.ts';
import { addDays, isoDate } from '#kernel/time.ts';
import type { CreditFundRow, RegisterRow } from '#register/public.ts';
import type { CommuneChoice, FormValue, WorkbookContent, WorkbookDefinition } from '../model.ts';

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];
const WORDS = ['Đồng Tâm', 'Quyết Thắng', 'Hòa Bình', 'Tân Tiến', 'Thanh Xuân', 'Minh Châu', 'Phú Quý', 'Kỳ Lân'];

/** A small clean workbook's content for a definition: `count` cooperatives, two funds, forms without figures. */
export function sampleContent(definition: WorkbookDefinition, count = 12): WorkbookContent {
  return {
    register: Array.from({ length: count }, (_, index) => sampleRow(definition, index)),
    funds: [0, 1].map((index) => sampleFund(definition, index)),
    values: [],
    narrative: [],
  };
}

/** One cooperative that every rule accepts; another one for another index. */
export function sampleRow(definition: WorkbookDefinition, index: number): RegisterRow {
  const commune = communeAt(definition, index);
  const members = 40 + index * 7;
  return {
    id: null,
    rowNo: index + 7,
    kind: 'cooperative',
    name: `HTX nông nghiệp ${WORDS[index % WORDS.length]} ${index + 1}`,
    shortName: '',
    code: taxCode(290_010_000 + index * 13),
    codeMissingReason: '',
    certificateNo: `${1000 + index}`,
    registeredOn: addDays(isoDate('2014-03-01'), index * 40),
    registeringBody: 'Phòng Tài chính – Kế hoạch',
    establishedOn: addDays(isoDate('2014-02-01'), index * 40),
    establishedPrecision: 'day',
    address: `Xóm ${index + 1}`,
    communeText: commune.name,
    districtText: commune.district,
    communeId: commune.id,
    sectorCode: definition.sectors[index % 3]?.value ?? null,
    secondarySectorCode: null,
    status: 'operating',
    statusSince: null,
    representativeName: 'Nguyễn Văn Mẫu',
    representativeTitle: 'Giám đốc',
    workPhone: `09120000${String(index % 100).padStart(2, '0')}`,
    confirmedOn: isoDate('2024-06-10'),
    note: '',
    membersTotal: members,
    membersOfficial: members - 5,
    membersAssociate: 5,
    membersWomen: 12 + index,
    membersMinority: 0,
    workersRegular: 8 + index,
    workersWomen: 3,
    incomeMonthDong: 5_200_000n,
    charterCapitalDong: 500_000_000n + BigInt(index) * 10_000_000n,
    paidInCapitalDong: 400_000_000n,
    assetsDong: 900_000_000n,
    revenueDong: 1_200_000_000n,
    memberSalesDong: 300_000_000n,
    memberOutputDong: 600_000_000n,
    profitDong: 45_000_000n,
    membersServed: 30,
    offtakeContracts: 2,
    inValueChain: index % 2 === 0,
    certificates: '',
    rating: 'good',
    basis: 'actual',
  };
}

function sampleFund(definition: WorkbookDefinition, index: number): CreditFundRow {
  const commune = communeAt(definition, index + 20);
  return {
    id: null,
    rowNo: index + 7,
    name: `QTDND cơ sở mẫu ${index + 1}`,
    code: taxCode(290_020_000 + index * 13),
    licenceNo: `0${index + 1}/NHNN-GP`,
    communeText: commune.name,
    districtText: commune.district,
    communeId: commune.id,
    status: 'operating',
    note: '',
    membersTotal: 900,
    charterCapitalDong: 5_000_000_000n,
    depositsDong: 90_000_000_000n,
    loansDong: 80_000_000_000n,
    badDebtDong: 400_000_000n,
    profitDong: 700_000_000n,
  };
}

/** A whole amount for one cell of a form. */
export function sampleValue(indicatorCode: string, amount: string): FormValue {
  return { indicatorCode, aspect: 'current', amount, basis: 'actual', note: '' };
}

/** Nine digits made a code with its check digit; the next nine where that digit would be 10. */
export function taxCode(nine: number): string {
  const digits = String(nine).padStart(9, '0');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = 10 - (sum % 11);
  return check === 10 ? taxCode(nine + 1) : digits + check;
}

function communeAt(definition: WorkbookDefinition, index: number): CommuneChoice {
  const { communes } = definition;
  const commune = communes[(index * 17) % Math.max(communes.length, 1)];
  return commune ?? { id: '' as Id<'places.unit'>, code: '', name: 'Xã Diễn Kỷ', district: 'Huyện Diễn Châu' };
}
