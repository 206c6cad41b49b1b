import { z } from 'zod';
import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { problems } from '#platform/api/problem.server.ts';
import { Day, DecimalText } from '#platform/api/schemas.ts';
import { readComparison } from './comparison.ts';
import type { Borders, ComparedRow, ShownFigure } from './model.ts';

const DayQuery = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined, 'Ngày viết theo dạng NNNN-TT-NN, ví dụ 2024-06-30.')
  .transform((text) => text as IsoDate);

const Query = z.object({
  measure: z.string().max(80).default('counted').describe('Chỉ tiêu: counted, operating, sum:members_total, ty-le:…'),
  first: DayQuery.describe('Ngày đầu'),
  second: DayQuery.describe('Ngày sau'),
  borders: z
    .string()
    .refine(
      (text) => ['first', 'second', 'own'].includes(text) || parseIsoDate(text) !== undefined,
      'first, second, own hoặc một ngày.',
    )
    .default('second')
    .describe('first: địa giới cũ; second: quy đổi theo địa giới mới; own: mỗi ngày địa giới của nó; hoặc một ngày'),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .describe('Mã tỉnh: từng xã của tỉnh ấy; để trống: từng tỉnh'),
});

const Figure = z.object({
  value: DecimalText.nullable(),
  apportioned: DecimalText.nullable().describe('Phần quy đổi ước tính nằm trong số; null: tỷ lệ'),
  dividedUnits: z.number().int(),
});

const Row = z.object({
  key: z.string(),
  uid: z.string().nullable(),
  name: z.string(),
  first: Figure,
  second: Figure,
  difference: DecimalText.nullable(),
  growth: DecimalText.nullable(),
  isBroken: z.boolean().describe('Hai số của hai vùng đất khác nhau'),
});

const Answer = z
  .object({
    measure: z.object({ key: z.string(), label: z.string() }),
    bordersOn: z.object({ first: Day, second: Day }).describe('Ngày đầu của bản danh mục đã dùng'),
    periods: z.object({ first: z.string(), second: z.string() }),
    rows: z.array(Row),
    total: Row,
    divided: z.array(
      z.object({
        uid: z.string(),
        name: z.string(),
        on: Day,
        records: z.number().int(),
        into: z.array(
          z.object({
            uid: z.string().nullable(),
            numerator: z.string(),
            denominator: z.string(),
            weighedBy: z.string(),
          }),
        ),
      }),
    ),
    withoutCommune: z.object({ first: z.number().int(), second: z.number().int() }),
    unrecorded: z.object({ first: z.number().int(), second: z.number().int() }),
  })
  .meta({ id: 'BordersComparison' });

/** Counts of the register on two days under one set of borders. For those who may read the register. */
export const bordersApi: ApiSlice = async (api) => {
  api.get(
    '/register/comparison',
    {
      schema: {
        tags: ['Sổ bộ'],
        security: [{ session: [] }],
        summary: 'So sánh một chỉ tiêu vào hai ngày theo địa giới cũ, mới hoặc của một ngày khác',
        querystring: Query,
        response: { 200: Answer, ...problems },
      },
    },
    async ({ ctx, query }) => {
      const { comparison } = await readComparison(ctx, {
        measure: query.measure,
        first: query.first,
        second: query.second,
        borders: query.borders as Borders,
        provinceCode: query.province ?? null,
        wrong: [],
      });
      const { measure, editions, periods, withoutCommune, unrecorded } = comparison;
      return {
        measure: { key: measure.key, label: measure.label },
        bordersOn: { first: editions.first.validFrom, second: editions.second.validFrom },
        periods,
        rows: comparison.rows.map(rowAnswer),
        total: rowAnswer(comparison.total),
        divided: comparison.divided.map(({ unit, on, records, into }) => ({
          uid: unit.uid,
          name: unit.fullName,
          on,
          records,
          into: into.map((each) => ({
            uid: each.target?.uid ?? null,
            numerator: String(each.share.numerator),
            denominator: String(each.share.denominator),
            weighedBy: each.weighedBy,
          })),
        })),
        withoutCommune,
        unrecorded,
      };
    },
  );
};

function rowAnswer({ key, uid, name, first, second, difference, growth, isBroken }: ComparedRow): z.output<typeof Row> {
  return { key, uid, name, first: figure(first), second: figure(second), difference, growth, isBroken };
}

function figure({ value, apportioned, dividedUnits }: ShownFigure): z.output<typeof Figure> {
  return { value, apportioned, dividedUnits };
}
