import type { Id } from '#kernel/ids.ts';
import { isoDate } from '#kernel/time.ts';
import type { AllianceId } from '#organisations/public.ts';
import { getAlliance } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { CreditFundRow, RegisterRow, RowsOrigin, RowsOutcome } from './model.ts';
import { saveCreditFundRows, saveRegisterRows } from './saving.ts';

/** A cooperative of which only the least is known. */
export function aRow(says: Partial<RegisterRow> = {}): RegisterRow {
  return {
    id: null,
    rowNo: 12,
    kind: 'cooperative',
    name: 'HTX dịch vụ nông nghiệp Đức Ninh',
    shortName: '',
    code: null,
    codeMissingReason: 'Chờ cấp đổi',
    certificateNo: '',
    registeredOn: null,
    registeringBody: '',
    establishedOn: null,
    establishedPrecision: 'day',
    address: '',
    communeText: 'Xã Đức Ninh',
    districtText: 'Thành phố Đồng Hới',
    communeId: null,
    sectorCode: null,
    secondarySectorCode: null,
    status: 'operating',
    statusSince: null,
    representativeName: '',
    representativeTitle: '',
    workPhone: '',
    confirmedOn: null,
    note: '',
    membersTotal: null,
    membersOfficial: null,
    membersAssociate: null,
    membersWomen: null,
    membersMinority: null,
    workersRegular: null,
    workersWomen: null,
    incomeMonthDong: null,
    charterCapitalDong: null,
    paidInCapitalDong: null,
    assetsDong: null,
    revenueDong: null,
    memberSalesDong: null,
    memberOutputDong: null,
    profitDong: null,
    membersServed: null,
    offtakeContracts: null,
    inValueChain: null,
    certificates: '',
    rating: null,
    basis: 'actual',
    ...says,
  };
}

export function aFundRow(says: Partial<CreditFundRow> = {}): CreditFundRow {
  return {
    id: null,
    rowNo: 12,
    name: 'QTDND Đức Ninh',
    code: null,
    licenceNo: '',
    communeText: 'Xã Đức Ninh',
    districtText: 'Thành phố Đồng Hới',
    communeId: null,
    status: 'operating',
    note: '',
    membersTotal: null,
    charterCapitalDong: null,
    depositsDong: null,
    loansDong: null,
    badDebtDong: null,
    profitDong: null,
    ...says,
  };
}

/** A workbook of the first half of 2024. */
export function anOrigin(says: Partial<RowsOrigin> = {}): RowsOrigin {
  return {
    importId: null,
    fileName: 'so-bo.xlsx',
    sheet: 'Sổ bộ HTX',
    columns: { name: 'C', status: 'R', membersTotal: 'W' },
    periodCode: '2024-H1',
    cutOff: isoDate('2024-06-14'),
    isDemo: false,
    ...says,
  };
}

/** The alliance of Quảng Bình unless another is named. */
export async function anAllianceId(ctx: Ctx, code = 'LMHTX-QB'): Promise<AllianceId> {
  return (await getAlliance(ctx.read, code, isoDate('2024-06-14'))).id;
}

/** Takes rows in and answers what became of them. */
export async function savedRows(
  ctx: Ctx,
  allianceId: AllianceId,
  rows: readonly RegisterRow[],
  origin: Partial<RowsOrigin> = {},
): Promise<RowsOutcome> {
  return await ctx.transact((tx) => saveRegisterRows(tx, ctx, allianceId, rows, anOrigin(origin), { write: true }));
}

export async function savedFundRows(
  ctx: Ctx,
  allianceId: AllianceId,
  rows: readonly CreditFundRow[],
  origin: Partial<RowsOrigin> = {},
): Promise<RowsOutcome> {
  return await ctx.transact((tx) => saveCreditFundRows(tx, ctx, allianceId, rows, anOrigin(origin), { write: true }));
}

/** An id for an import, as the importer would give it. */
export function anImportId(ctx: Ctx): Id<'workbooks.import'> {
  return ctx.newId<'workbooks.import'>();
}
