import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { Dong } from '#kernel/money.ts';
import { listAlliances } from '#organisations/public.ts';
import { addressText, todayText, writtenText } from '#places/public.ts';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { problems } from '#platform/api/problem.server.ts';
import { Day, DecimalText, Moment, PageQuery, pageOf, severalOf } from '#platform/api/schemas.ts';
import { isOfPeriod, ORGANISATIONS } from './fields.ts';
import { listOrganisations } from './listing.ts';
import type { ListedOrganisation, ListFilter } from './listing-model.ts';
import type { Facts, OrganisationId } from './model.ts';
import type { OrganisationCard } from './organisation-card.ts';
import { getOrganisation, listSectors, periodsReported } from './organisation-card.ts';
import { alliancesInReach, requireVisible } from './permissions.ts';
import type { OrganisationAddress } from './written-address.ts';
import { readAddress } from './written-address.ts';

const KINDS = ['cooperative', 'cooperative-union', 'cooperative-group'] as const;
const STATUSES = ['operating', 'suspended', 'ceased', 'dissolving', 'dissolved', 'merged'] as const;
const RATINGS = ['good', 'fair', 'average', 'weak', 'not-rated'] as const;

const Row = z
  .object({
    id: z.uuid(),
    alliance: z.string(),
    name: z.string(),
    kind: z.enum(KINDS),
    code: z.string().nullable().describe('Mã số; null: chưa có'),
    commune: z.string(),
    district: z.string(),
    sector: z.string().nullable(),
    status: z.enum(STATUSES),
    statusSince: Day.nullable(),
    establishedOn: Day.nullable(),
    confirmedOn: Day.nullable(),
    members: z.number().int().nullable(),
    workers: z.number().int().nullable(),
    charterCapitalDong: DecimalText.nullable(),
    revenueDong: DecimalText.nullable(),
    profitDong: DecimalText.nullable(),
    rating: z.enum(RATINGS).nullable(),
  })
  .meta({ id: 'OrganisationRow' });

const Fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const Detail = z
  .object({
    id: z.uuid(),
    alliance: z.string(),
    version: z.number().int(),
    isDemo: z.boolean(),
    address: z
      .object({ registered: z.string(), today: z.string().describe('Để trống khi không đổi'), text: z.string() })
      .describe('Địa chỉ như đã ghi, và như hôm nay'),
    updatedAt: Moment,
    facts: z.record(z.string(), Fact).describe('Thông tin của chính tổ chức; không có thông tin cá nhân'),
    reports: z.array(z.object({ period: z.string(), facts: z.record(z.string(), Fact) })),
    acts: z.array(z.object({ act: z.string(), effectiveOn: Day, isDayStated: z.boolean(), evidence: z.string() })),
  })
  .meta({ id: 'Organisation' });

const ListQuery = PageQuery.extend({
  search: z.string().max(200).default('').describe('Tên, mã số hoặc xã; gõ dấu hay không đều được'),
  alliance: severalOf(z.string().max(40)),
  kind: severalOf(z.enum(KINDS)),
  status: severalOf(z.enum(STATUSES)),
  sector: severalOf(z.string().max(40)).describe('Mã lĩnh vực; none: chưa phân ngành'),
  rating: severalOf(z.string().max(40)),
  period: z.string().max(20).optional().describe('Kỳ của số liệu đi kèm; mặc định là kỳ mới nhất'),
  sort: z.enum(['relevance', 'name', 'members', 'revenue', 'confirmed']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
});

/** About persons, or free text that may name one. */
const KEPT_INSIDE = new Set(['representativeName', 'representativeTitle', 'workPhone', 'note']);

const tags = ['Sổ bộ'];
const security = [{ session: [] }];

/** The register, for those who may read it, without what is personal. */
export const registerApi: ApiSlice = async (api) => {
  api.get(
    '/organisations',
    {
      schema: {
        tags,
        security,
        summary: 'Hợp tác xã, liên hiệp, tổ hợp tác: tìm, lọc, đọc từng trang',
        querystring: ListQuery,
        response: { 200: pageOf(Row).extend({ total: z.number().int() }), ...problems },
      },
    },
    async ({ ctx, query }) => {
      const reach = alliancesInReach(ctx, 'register.read-organisations');
      const alliances = await listAlliances(ctx.read, ctx.today);
      const within = alliances.filter(({ code }) => reach === 'all' || reach.includes(code));
      const codeOf = new Map(alliances.map(({ id, code }) => [id, code]));
      const wanted = within.filter(({ code }) => query.alliance.includes(code)).map(({ id }) => id);
      if (query.alliance.length > 0 && wanted.length === 0) return { items: [], next: null, total: 0 };
      const periodCode = query.period ?? (await periodsReported(ctx.read))[0] ?? '';
      const filter = filterOf(query, { within: within.map(({ id }) => id), wanted, periodCode, today: ctx.today });
      const page = await listOrganisations(ctx.read, filter);
      return { items: page.rows.map((row) => rowOf(row, codeOf)), next: page.next, total: page.total };
    },
  );

  api.get(
    '/organisations/:id',
    {
      schema: {
        tags,
        security,
        summary: 'Một tổ chức: thông tin, số liệu từng kỳ, các việc làm đổi tình trạng',
        params: z.object({ id: z.uuid() }),
        response: { 200: Detail, ...problems },
      },
    },
    async ({ ctx, params }) => {
      alliancesInReach(ctx, 'register.read-organisations');
      const card = await getOrganisation(ctx.read, params.id as OrganisationId);
      requireVisible(ctx.actor, card.head.allianceCode);
      return detailOf(card, await readAddress(ctx, card));
    },
  );

  api.get(
    '/sectors',
    {
      schema: {
        tags,
        summary: 'Lĩnh vực, theo thứ tự của báo cáo',
        response: { 200: z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) }) },
      },
    },
    async ({ ctx }) => ({ items: (await listSectors(ctx.read)).map(({ code, name }) => ({ code, name })) }),
  );
};

function filterOf(
  query: z.output<typeof ListQuery>,
  known: Pick<ListFilter, 'within' | 'periodCode' | 'today'> & { readonly wanted: readonly string[] },
): ListFilter {
  const { wanted, ...scope } = known;
  return {
    ...scope,
    question: query.search,
    alliances: wanted,
    kinds: query.kind,
    statuses: query.status,
    sectors: query.sector,
    ratings: query.rating,
    freshness: [],
    missing: [],
    isNew: false,
    communeId: null,
    sort: query.sort,
    direction: query.direction,
    after: query.cursor ?? null,
    before: null,
    size: query.limit,
  };
}

function rowOf(
  row: ListedOrganisation,
  codeOf: ReadonlyMap<Id<'organisations.alliance'>, string>,
): z.output<typeof Row> {
  return {
    id: row.id,
    alliance: codeOf.get(row.allianceId) ?? '',
    name: row.name,
    kind: row.kind,
    code: row.code,
    commune: row.communeText,
    district: row.districtText,
    sector: row.sectorCode,
    status: row.status,
    statusSince: row.statusSince,
    establishedOn: row.establishedOn,
    confirmedOn: row.confirmedOn,
    members: row.membersTotal,
    workers: row.workersRegular,
    charterCapitalDong: moneyText(row.charterCapitalDong),
    revenueDong: moneyText(row.revenueDong),
    profitDong: moneyText(row.profitDong),
    rating: row.rating,
  };
}

/** Money leaves as a decimal string: JSON's numbers are not exact. */
function moneyText(dong: Dong | null): string | null {
  return dong === null ? null : BigInt(dong).toString();
}

function detailOf(card: OrganisationCard, address: OrganisationAddress): z.output<typeof Detail> {
  return {
    id: card.head.id,
    alliance: card.head.allianceCode,
    version: card.head.version,
    isDemo: card.head.isDemo,
    address: {
      registered: writtenText(address.written),
      today: todayText(address.today),
      text: addressText(address.written, address.today),
    },
    updatedAt: card.head.updatedAt.toISOString(),
    facts: factsAbout('itself', card.facts),
    reports: card.reports.map(({ periodCode, facts }) => ({ period: periodCode, facts: factsAbout('period', facts) })),
    acts: card.acts.map(({ act, effectiveOn, isDayStated, evidence }) => ({ act, effectiveOn, isDayStated, evidence })),
  };
}

function factsAbout(which: 'itself' | 'period', facts: Facts): Record<string, z.output<typeof Fact>> {
  const isWanted = (name: string) => isOfPeriod(ORGANISATIONS, name) === (which === 'period') && !KEPT_INSIDE.has(name);
  return Object.fromEntries(Object.entries(facts).filter(([name]) => isWanted(name)));
}
