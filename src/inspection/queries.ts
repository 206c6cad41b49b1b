import type { Alliance } from '#organisations/public.ts';
import { listAlliances } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { statusLabels } from '#register/messages.vi.ts';
import { kindLabels, listOrganisations, listSectors, periodsReported } from '#register/public.ts';
import { listImports } from '#workbooks/public.ts';
import type { SampleAddress } from './address.ts';
import { text } from './messages.vi.ts';
import type { Population, StrataKind } from './model.ts';
import { alliancesToDrawFrom } from './permissions.ts';

/** More than any cluster has. */
const ROWS_MAX = 20_000;

/** The alliances from which this person may draw, north to south. */
export async function alliancesInReach(ctx: Ctx): Promise<readonly Alliance[]> {
  const reach = alliancesToDrawFrom(ctx);
  const all = await listAlliances(ctx.read, ctx.today);
  return reach === 'all' ? all : all.filter(({ code }) => reach.includes(code));
}

/** Everything that a sample could be drawn from. */
export async function populationOf(
  ctx: Ctx,
  { population, strata }: Pick<SampleAddress, 'population' | 'strata'>,
  alliances: readonly Alliance[],
): Promise<Population> {
  return population === 'to-chuc' ? await organisations(ctx, strata, alliances) : await imports(ctx, strata, alliances);
}

async function organisations(ctx: Ctx, strata: StrataKind, alliances: readonly Alliance[]): Promise<Population> {
  const [periodCode = ''] = await periodsReported(ctx.read);
  const { rows } = await listOrganisations(ctx.read, {
    ...EVERY_ORGANISATION,
    periodCode,
    within: alliances.map(({ id }) => id),
    today: ctx.today,
  });
  const sectors = new Map((await listSectors(ctx.read)).map(({ code, shortName }) => [code, shortName]));
  const names = new Map<string, string>(alliances.map(({ id, shortName }) => [id, shortName]));
  return {
    columns: columnsBeside(strata, text.columns.organisations),
    rows: rows.map((row) => {
      const strataOf: Partial<Record<StrataKind, string>> = {
        'lien-minh': names.get(row.allianceId) ?? '',
        'linh-vuc': sectors.get(row.sectorCode ?? '') ?? text.noSector,
        'tinh-trang': statusLabels[row.status],
        'loai-hinh': kindLabels[row.kind] ?? row.kind,
      };
      const cells = {
        name: row.name,
        code: row.code ?? '—',
        commune: row.communeText,
        ...strataOf,
        members: formatNumber(row.membersTotal),
      };
      const stratum = strataOf[strata] ?? text.whole;
      return {
        id: row.id,
        allianceId: row.allianceId,
        stratum,
        href: `/van-phong/so-bo/${row.id}`,
        cells: columnsBeside(strata, cells),
      };
    }),
  };
}

/** What the stratum says already is not said again. */
function columnsBeside(strata: StrataKind, columns: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(columns).flatMap(([name, said]) => (name === strata ? [] : [said]));
}

async function imports(ctx: Ctx, strata: StrataKind, alliances: readonly Alliance[]): Promise<Population> {
  const codes = alliances.map(({ code }) => code);
  const names = new Map(alliances.map(({ code, shortName }) => [code, shortName]));
  const ids = new Map<string, string>(alliances.map(({ code, id }) => [code, id]));
  const rows = codes.length === 0 ? [] : await listImports(ctx.read, codes, ROWS_MAX);
  return {
    columns: columnsBeside(strata, text.columns.imports),
    rows: rows.map((row) => {
      const strataOf: Partial<Record<StrataKind, string>> = {
        'lien-minh': names.get(row.unitCode) ?? row.unitCode,
        ky: row.periodCode,
      };
      const cells = {
        file: row.undoneAt ? `${row.fileName} (${text.undone})` : row.fileName,
        ...strataOf,
        at: formatMoment(row.importedAt),
        by: row.importedBy,
        rowsNew: formatNumber(row.rowsNew),
        rowsChanged: formatNumber(row.rowsChanged),
      };
      const stratum = strataOf[strata] ?? text.whole;
      const allianceId = ids.get(row.unitCode) ?? '';
      return {
        id: row.id,
        allianceId,
        stratum,
        href: `/van-phong/nhap-excel/${row.id}`,
        cells: columnsBeside(strata, cells),
      };
    }),
  };
}

const EVERY_ORGANISATION = {
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
  sort: 'name',
  direction: 'asc',
  after: null,
  before: null,
  size: ROWS_MAX,
} as const;
