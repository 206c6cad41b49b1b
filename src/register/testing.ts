import fc from 'fast-check';
import { present } from '#kernel/assert.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays, isoDate } from '#kernel/time.ts';
import type { AllianceId } from '#organisations/public.ts';
import { getAlliance } from '#organisations/public.ts';
import { findOpenProposal } from '#platform/access/four-eyes.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import type { KeptExportId } from '#platform/privacy/kept-export.server.ts';
import { approvePersonsExport } from './commands/approve-persons-export.ts';
import { proposePersonsExport } from './commands/propose-persons-export.ts';
import type { WantedExport } from './four-eyes.ts';
import { EXPORT } from './four-eyes.ts';
import type { ListAddress } from './list-address.ts';
import type { ListFilter } from './listing-model.ts';
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

/** Works in a transaction whose every write is then taken out again. */
export async function rolledBack(ctx: Ctx, work: (tx: Tx) => Promise<void>): Promise<void> {
  class Enough extends Error {}
  await ctx
    .transact(async (tx) => {
      await work(tx);
      throw new Enough();
    })
    .catch((error) => {
      if (!(error instanceof Enough)) throw error;
    });
}

/** An id for an import, as the importer would give it. */
export function anImportId(ctx: Ctx): Id<'workbooks.import'> {
  return ctx.newId<'workbooks.import'>();
}

const days = fc
  .integer({ min: 0, max: 30_000 })
  .map((count) => addDays(isoDate('1945-01-01'), count))
  .filter((day) => day <= '2024-06-14');
const numbers = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null });
const sums = fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n }), { nil: null });
const words = fc.constantFrom(
  'Đức Ninh',
  'Kỳ Anh',
  'Quyết Tiến',
  'Hòa Bình',
  'An Lộc',
  'Thủy Sơn',
  'Duy Hàm',
  'Võ Thượng',
);

/** Any lawful row: what may be unknown sometimes is. */
export const anyRow: fc.Arbitrary<RegisterRow> = fc
  .record({
    name: fc.tuple(words, words, fc.integer({ min: 1, max: 9 })).map((parts) => `HTX ${parts.join(' ')}`),
    kind: fc.constantFrom('cooperative', 'cooperative', 'cooperative', 'cooperative-union', 'cooperative-group'),
    communeText: words.map((word) => `Xã ${word}`),
    code: fc.option(
      fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(2_900_000_000 + number)),
      { nil: null },
    ),
    sectorCode: fc.option(fc.constantFrom('nong-nghiep', 'thuy-san', 'xay-dung', 'khac'), { nil: null }),
    status: fc.constantFrom('operating', 'operating', 'suspended', 'ceased', 'dissolving', 'dissolved', 'merged'),
    representativeName: fc.constantFrom('', 'Người đại diện A', 'Người đại diện B'),
    membersWomen: numbers,
    workersRegular: numbers,
    incomeMonthDong: sums,
    revenueDong: sums,
    profitDong: fc.option(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), { nil: null }),
    memberSalesDong: sums,
    memberOutputDong: sums,
    membersServed: numbers,
    offtakeContracts: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    inValueChain: fc.constantFrom(true, false, null),
    certificates: fc.constantFrom('', 'OCOP 3 sao', 'VietGAP'),
    rating: fc.constantFrom('good', 'fair', 'average', 'weak', 'not-rated', null),
    moments: fc.tuple(fc.option(days, { nil: null }), fc.option(days, { nil: null })),
    wholeMembers: fc.option(fc.integer({ min: 400, max: 2_000 }), { nil: null }),
  } as const)
  .map(({ moments, wholeMembers, ...says }) => {
    const [establishedOn, statusSince] = moments;
    const isAfterFounding = establishedOn === null || statusSince === null || statusSince >= establishedOn;
    return aRow({
      ...says,
      membersTotal: wholeMembers,
      establishedOn,
      statusSince: isAfterFounding && says.status !== 'operating' ? statusSince : null,
    });
  });

/** Many lawful rows, numbered as in a sheet, each with a name of its own. */
export function anyRows(countMax: number): fc.Arbitrary<readonly RegisterRow[]> {
  return fc
    .uniqueArray(anyRow, { minLength: 1, maxLength: countMax, selector: (row) => row.code ?? row.name })
    .map((rows) => rows.map((row, index) => ({ ...row, rowNo: index + 8, name: `${row.name} ${index + 1}` })));
}

/** Any lawful row of a credit fund. */
export const anyFundRow: fc.Arbitrary<CreditFundRow> = fc
  .record({
    status: fc.constantFrom('operating', 'operating', 'special-control', 'closed'),
    membersTotal: numbers,
    charterCapitalDong: sums,
    depositsDong: sums,
    badDebtDong: fc.option(fc.bigInt({ min: 0n, max: 10n ** 6n }), { nil: null }),
    loansDong: fc.option(fc.bigInt({ min: 10n ** 6n, max: 10n ** 12n }), { nil: null }),
    profitDong: fc.option(fc.bigInt({ min: -1000n, max: 1000n }), { nil: null }),
  } as const)
  .map(aFundRow);

/** A question that asks nothing yet, of one alliance's register. */
export function aFilter(within: readonly AllianceId[], asks: Partial<ListFilter> = {}): ListFilter {
  return {
    within,
    question: '',
    alliances: [],
    kinds: [],
    statuses: [],
    sectors: [],
    ratings: [],
    freshness: [],
    missing: [],
    isNew: false,
    communeId: null,
    periodCode: '2024-H1',
    today: isoDate('2024-06-24'),
    sort: 'relevance',
    direction: 'asc',
    after: null,
    before: null,
    size: 50,
    ...asks,
  };
}

/** A list with persons, proposed by one and approved by another, for the one who proposed it. */
export async function anExportOfTwo(
  proposer: Ctx,
  approver: Ctx,
  address: ListAddress,
  wish: Pick<WantedExport, 'format' | 'purpose'>,
): Promise<KeptExportId> {
  const exportId = await proposePersonsExport(proposer, address, { ...wish, note: '' });
  const { id } = present(await findOpenProposal(approver, EXPORT, exportId), 'what was proposed waits');
  return await approvePersonsExport(approver, id);
}
