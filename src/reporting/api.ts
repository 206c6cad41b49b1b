import { z } from 'zod';
import { getCluster } from '#organisations/public.ts';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { problems } from '#platform/api/problem.server.ts';
import { Day, Moment, OnQuery } from '#platform/api/schemas.ts';
import type { DataCall, Submission } from './model.ts';
import { isSubmitted, stateOn } from './moves.ts';
import { requireToSee } from './permissions.ts';
import { getDataCall, listDataCalls, listIndicators, listPeriods, submissionsOf } from './queries.ts';

const PeriodCard = z
  .object({
    code: z.string().describe('2024-H1, 2024-Q2, 2024-06, 2024'),
    kind: z.enum(['month', 'quarter', 'half-year', 'nine-months', 'year']),
    firstDay: Day,
    lastDay: Day.describe('Ngày chốt số; thuộc kỳ'),
  })
  .meta({ id: 'Period' });

const IndicatorCard = z
  .object({
    code: z.string(),
    version: z.number().int(),
    formCode: z.string(),
    rowNo: z.number().int(),
    groupName: z.string(),
    name: z.string(),
    unit: z.string(),
    aggregation: z.enum(['sum', 'ratio', 'average', 'none']),
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    countedBy: z.string().nullable(),
    definition: z.string(),
  })
  .meta({ id: 'Indicator' });

const CallCard = z
  .object({
    cluster: z.string(),
    period: PeriodCard,
    title: z.string(),
    state: z.enum(['draft', 'open', 'closed', 'consolidating', 'locked']),
    submitByOn: Day,
    lockByOn: Day,
    conferenceOn: Day.nullable(),
  })
  .meta({ id: 'DataCall' });

const SubmissionCard = z
  .object({
    unitCode: z.string(),
    unitName: z.string(),
    state: z.enum([
      'not-opened',
      'entering',
      'awaiting-approval',
      'submitted',
      'returned',
      'correcting',
      'passed',
      'locked',
    ]),
    isSubmitted: z.boolean(),
    roundNo: z.number().int(),
    submittedAt: Moment.nullable(),
    submittedBy: z.string().nullable(),
    receipt: z.string().nullable(),
  })
  .meta({ id: 'Submission' });

const ClusterParams = z.object({ cluster: z.string().max(40) });
const CallParams = ClusterParams.extend({ period: z.string().max(20) });
const tags = ['Kỳ báo cáo'];
const security = [{ session: [] }];

/** Periods and the dictionary are public; the course of a data call is for those who have an office. */
export const reportingApi: ApiSlice = async (api) => {
  api.get(
    '/periods',
    {
      schema: {
        tags,
        summary: 'Các kỳ báo cáo, mới nhất trước',
        response: { 200: z.object({ items: z.array(PeriodCard) }) },
      },
    },
    async ({ ctx }) => ({ items: [...(await listPeriods(ctx.read))] }),
  );

  api.get(
    '/indicators',
    {
      schema: {
        tags,
        summary: 'Từ điển chỉ tiêu của một ngày, theo biểu và dòng',
        querystring: OnQuery,
        response: { 200: z.object({ items: z.array(IndicatorCard) }), ...problems },
      },
    },
    async ({ ctx, query }) => ({ items: [...(await listIndicators(ctx.read, query.on ?? ctx.today))] }),
  );

  api.get(
    '/clusters/:cluster/data-calls',
    {
      schema: {
        tags,
        security,
        summary: 'Các đợt thu số liệu của một cụm, mới nhất trước',
        params: ClusterParams,
        response: { 200: z.object({ items: z.array(CallCard) }), ...problems },
      },
    },
    async ({ ctx, params }) => {
      requireToSee(ctx);
      const calls = await listDataCalls(ctx.read, params.cluster, ctx.today);
      return { items: calls.map((call) => callCard({ ...call, state: stateOn(call, ctx.today) })) };
    },
  );

  api.get(
    '/clusters/:cluster/data-calls/:period',
    {
      schema: {
        tags,
        security,
        summary: 'Một đợt thu số liệu với tình trạng nộp của từng đơn vị, từ bắc vào nam',
        params: CallParams,
        response: { 200: CallCard.extend({ submissions: z.array(SubmissionCard) }), ...problems },
      },
    },
    async ({ ctx, params }) => {
      requireToSee(ctx);
      const call = await getDataCall(ctx.read, params.cluster, params.period);
      const cluster = await getCluster(ctx.read, params.cluster, call.period.lastDay);
      const sent = await submissionsOf(ctx.read, call.id);
      return {
        ...callCard({ ...call, state: stateOn(call, ctx.today) }),
        submissions: cluster.members.map((unit) => submissionCard(unit, sent.get(unit.id))),
      };
    },
  );
};

function callCard(call: DataCall): z.output<typeof CallCard> {
  const { title, state, submitByOn, lockByOn, conferenceOn } = call;
  return { cluster: call.clusterCode, period: { ...call.period }, title, state, submitByOn, lockByOn, conferenceOn };
}

/** A unit without a submission has not been opened for the call. */
function submissionCard(
  unit: { readonly code: string; readonly name: string },
  submission: Omit<Submission, 'unitCode'> | undefined,
): z.output<typeof SubmissionCard> {
  const state = submission?.state ?? 'not-opened';
  return {
    unitCode: unit.code,
    unitName: unit.name,
    state,
    isSubmitted: isSubmitted(state),
    roundNo: submission?.roundNo ?? 0,
    submittedAt: submission?.submittedAt?.toISOString() ?? null,
    submittedBy: submission?.submittedBy ?? null,
    receipt: submission?.receipt ?? null,
  };
}
