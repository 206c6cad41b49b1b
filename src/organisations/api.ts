import { z } from 'zod';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { problems } from '#platform/api/problem.server.ts';
import { Day, OnQuery } from '#platform/api/schemas.ts';
import type { Alliance, ClusterOffice } from './model.ts';
import { clusterOffices, getAlliance, getCluster, listAlliances, listClusters } from './queries.ts';

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

const CodeParams = z.object({ code: z.string().max(40) });
const tags = ['Tổ chức'];

/** Clusters, alliances and offices, as they stood on any day. Public. */
export const organisationsApi: ApiSlice = async (api) => {
  api.get(
    '/clusters',
    { schema: { tags, summary: 'Các cụm thi đua', response: { 200: z.object({ items: z.array(ClusterCard) }) } } },
    async ({ ctx }) => ({ items: (await listClusters(ctx.read)).map(clusterCard) }),
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
        response: { 200: AllianceCard, ...problems },
      },
    },
    async ({ ctx, params, query }) => allianceCard(await getAlliance(ctx.read, params.code, query.on ?? ctx.today)),
  );
};

function clusterCard({ code, name, shortName }: z.output<typeof ClusterCard>): z.output<typeof ClusterCard> {
  return { code, name, shortName };
}

function allianceCard({ id: _, ...card }: Alliance): z.output<typeof AllianceCard> {
  return card;
}

function office(one: ClusterOffice): z.output<typeof Office> {
  return { ...one, fullName: one.fullName === '' ? null : one.fullName };
}
