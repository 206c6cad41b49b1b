import { z } from 'zod';
import type { IsoDate } from '#kernel/time.ts';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { problems } from '#platform/api/problem.server.ts';
import { Day, OnQuery } from '#platform/api/schemas.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { departmentsOf, successionsOf, versionsOf } from './history.ts';
import type { Alliance, ClusterOffice, Position } from './model.ts';
import {
  clusterOf,
  clusterOffices,
  clustersOn,
  getAlliance,
  getCluster,
  lifeOf,
  listAlliances,
  listPositions,
} from './queries.ts';
import { holdsOn } from './rules.ts';

const AllianceCard = z
  .object({
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    provinceCode: z.string().describe('Mã tỉnh của ngày đó'),
    provinceName: z.string(),
    geographicRank: z.number().int().describe('Thứ tự từ bắc vào nam'),
    address: z.string(),
    phone: z.string(),
    email: z.string(),
  })
  .meta({ id: 'Alliance' });

const ClusterCard = z.object({ code: z.string(), name: z.string(), shortName: z.string() }).meta({ id: 'ClusterName' });

const ClusterInList = z
  .object({ ...ClusterCard.shape, members: z.number().int().describe('Số đơn vị thành viên của ngày đó') })
  .meta({ id: 'ClusterInList' });

const Office = z.object({
  office: z.enum(['head', 'deputy']),
  unitCode: z.string(),
  honorific: z.string(),
  fullName: z.string().nullable().describe('null: khuyết'),
  title: z.string(),
  validFrom: Day,
  validUntil: Day.nullable().describe('Ngày đầu tiên không còn giữ chức'),
});

const ClusterDetail = z
  .object({ ...ClusterCard.shape, on: Day, members: z.array(AllianceCard), offices: z.array(Office) })
  .meta({ id: 'Cluster' });

const Post = z.object({
  title: z.string(),
  capacity: z.enum(['holder', 'acting', 'in-charge']).describe('acting: quyền; in-charge: phụ trách'),
  honorific: z.string(),
  fullName: z.string().nullable().describe('null: khuyết'),
  validFrom: Day,
  validUntil: Day.nullable().describe('Ngày đầu tiên không còn giữ chức'),
});

const AllianceDetail = z
  .object({
    ...AllianceCard.shape,
    on: Day,
    parentBody: z.string(),
    foundedOn: Day.nullable(),
    closedOn: Day.nullable().describe('Ngừng sử dụng từ ngày'),
    clusterCode: z.string().nullable(),
    departments: z.array(z.object({ name: z.string(), phone: z.string() })),
    cameFrom: z.array(z.object({ code: z.string(), name: z.string(), effectiveOn: Day })),
    wentInto: z.object({ code: z.string(), name: z.string(), effectiveOn: Day }).nullable(),
  })
  .meta({ id: 'AllianceDetail' });

const CodeParams = z.object({ code: z.string().max(40) });
const tags = ['Tổ chức'];

/** Clusters, alliances and offices, as they stood on any day. Public. */
export const organisationsApi: ApiSlice = async (api) => {
  clusters(api);
  alliances(api);
};

type Api = Parameters<ApiSlice>[0];

function clusters(api: Api): void {
  api.get(
    '/clusters',
    {
      schema: {
        tags,
        summary: 'Các cụm thi đua của một ngày',
        querystring: OnQuery,
        response: { 200: z.object({ items: z.array(ClusterInList) }), ...problems },
      },
    },
    async ({ ctx, query }) => ({
      items: (await clustersOn(ctx.read, query.on ?? ctx.today)).map((one) => ({
        ...clusterCard(one),
        members: one.members,
      })),
    }),
  );

  api.get(
    '/clusters/:code',
    {
      schema: {
        tags,
        summary: 'Một cụm với thành viên và chức vụ của một ngày',
        params: CodeParams,
        querystring: OnQuery,
        response: { 200: ClusterDetail, ...problems },
      },
    },
    async ({ ctx, params, query }) => {
      const on = query.on ?? ctx.today;
      const cluster = await getCluster(ctx.read, params.code, on);
      const offices = await clusterOffices(ctx.read, cluster.id, on);
      return { ...clusterCard(cluster), on, members: cluster.members.map(allianceCard), offices: offices.map(office) };
    },
  );
}

function alliances(api: Api): void {
  api.get(
    '/alliances',
    {
      schema: {
        tags,
        summary: 'Các liên minh hợp tác xã của một ngày, từ bắc vào nam',
        querystring: OnQuery,
        response: { 200: z.object({ items: z.array(AllianceCard) }), ...problems },
      },
    },
    async ({ ctx, query }) => ({ items: (await listAlliances(ctx.read, query.on ?? ctx.today)).map(allianceCard) }),
  );

  api.get(
    '/alliances/:code',
    {
      schema: {
        tags,
        summary: 'Một liên minh hợp tác xã của một ngày',
        params: CodeParams,
        querystring: OnQuery,
        response: { 200: AllianceDetail, ...problems },
      },
    },
    async ({ ctx, params, query }) => await allianceDetail(ctx.read, params.code, query.on ?? ctx.today),
  );

  api.get(
    '/alliances/:code/positions',
    {
      schema: {
        tags,
        summary: 'Chức vụ của một liên minh vào một ngày, theo thứ tự lễ tân',
        params: CodeParams,
        querystring: OnQuery,
        response: { 200: z.object({ on: Day, items: z.array(Post) }), ...problems },
      },
    },
    async ({ ctx, params, query }) => {
      const on = query.on ?? ctx.today;
      const { id } = await getAlliance(ctx.read, params.code, on);
      return { on, items: (await listPositions(ctx.read, id, on)).map(post) };
    },
  );
}

/** One alliance of a day, with what it came from and what became of it. */
async function allianceDetail(db: ReadDb, code: string, on: IsoDate): Promise<z.output<typeof AllianceDetail>> {
  const alliance = await getAlliance(db, code, on);
  const { id } = alliance;
  const version = (await versionsOf(db, id)).find((one) => holdsOn(one, on));
  const successions = await successionsOf(db, id);
  const ended = successions.find((one) => one.predecessorCode === code);
  const departments = (await departmentsOf(db, id)).filter((one) => holdsOn(one, on));
  return {
    ...allianceCard(alliance),
    on,
    ...(await lifeOf(db, id)),
    parentBody: version?.parentBody ?? '',
    clusterCode: (await clusterOf(db, id, on)) ?? null,
    departments: departments.map(({ name, phone }) => ({ name, phone })),
    cameFrom: successions
      .filter((one) => one.successorCode === code)
      .map((one) => ({ code: one.predecessorCode, name: one.predecessorName, effectiveOn: one.effectiveOn })),
    wentInto: ended ? { code: ended.successorCode, name: ended.successorName, effectiveOn: ended.effectiveOn } : null,
  };
}

function post({ title, capacity, honorific, fullName, validFrom, validUntil }: Position): z.output<typeof Post> {
  return { title, capacity, honorific, fullName: fullName === '' ? null : fullName, validFrom, validUntil };
}

function clusterCard({ code, name, shortName }: z.output<typeof ClusterCard>): z.output<typeof ClusterCard> {
  return { code, name, shortName };
}

function allianceCard({ id: _, ...card }: Alliance): z.output<typeof AllianceCard> {
  return card;
}

function office(one: ClusterOffice): z.output<typeof Office> {
  return { ...one, fullName: one.fullName === '' ? null : one.fullName };
}
