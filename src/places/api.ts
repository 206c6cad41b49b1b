import { z } from 'zod';
import { decimalOf } from '#kernel/fraction.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { problems } from '#platform/api/problem.server.ts';
import { Day, DecimalText, OnQuery } from '#platform/api/schemas.ts';
import { editionOn, listEditions } from './equivalents.ts';
import type { FoundUnit } from './finding.ts';
import { findUnits } from './finding.ts';
import { cutQuestion } from './list-view.ts';
import type { Unit, UnitChange } from './model.ts';
import { communesOfProvince, districtsOf, listProvinces } from './queries.ts';
import type { PlacedEquivalent } from './unit-view.ts';
import { readUnitView } from './unit-view.ts';

const UnitCard = z
  .object({
    uid: z.string().describe('Mã@ngày bắt đầu: định danh của một phiên bản; mã thì được dùng lại'),
    code: z.string(),
    level: z.number().int().describe('1 tỉnh, 2 huyện (đến 30/06/2025), 3 xã'),
    name: z.string(),
    kind: z.string(),
    parentCode: z.string().nullable(),
    provinceCode: z.string(),
    validFrom: Day,
    validUntil: Day.nullable().describe('Ngày đầu tiên không còn; null: đang còn'),
  })
  .meta({ id: 'PlaceUnit' });

const Share = z
  .object({
    unit: UnitCard.nullable().describe('null: nguồn không ghi đơn vị kế thừa'),
    provinceCode: z.string().nullable(),
    basis: z.enum(['same', 'merged', 'apportioned', 'unrecorded']),
    share: DecimalText,
    numerator: z.string(),
    denominator: z.string(),
    weighedBy: z.enum(['none', 'recorded', 'population', 'area', 'equal', 'parts']),
    isEstimate: z.boolean(),
  })
  .meta({ id: 'PlaceShare' });

const Change = z.object({
  on: Day,
  from: UnitCard.nullable(),
  to: UnitCard.nullable(),
  type: z.string(),
  share: z.string(),
  resolution: z.string(),
  basis: z.string(),
  note: z.string(),
});

const Detail = z
  .object({
    unit: UnitCard,
    on: Day,
    above: z.array(UnitCard),
    thatDay: z.array(Share).describe('Là gì vào ngày `on`'),
    today: z.array(Share).describe('Là gì hôm nay'),
    origins: z.array(Change).describe('Từ đâu mà có, mới nhất trước'),
    fates: z.array(Change).describe('Đã thành gì, cũ nhất trước'),
    sameCode: z.array(UnitCard).describe('Đơn vị khác cùng mã'),
  })
  .meta({ id: 'Place' });

const ListQuery = OnQuery.extend({
  q: z
    .string()
    .max(100)
    .default('')
    .describe('Tên hoặc mã; gõ dấu hay không đều được. Để trống: các đơn vị của ngày `on`'),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .describe('Mã tỉnh của ngày `on`; để trống và không có `q`: các tỉnh'),
});

const LIMIT = 100;
const tags = ['Địa bàn'];

/** Administrative units of any day since 2019. Public. */
export const placesApi: ApiSlice = async (api) => {
  api.get(
    '/places',
    {
      schema: {
        tags,
        summary: 'Tìm đơn vị hành chính, cũ và mới; hoặc danh mục của một ngày',
        querystring: ListQuery,
        response: {
          200: z.object({ on: Day, edition: Day.nullable(), items: z.array(UnitCard) }),
          ...problems,
        },
      },
    },
    async ({ ctx, query }) => {
      const on = query.on ?? ctx.today;
      const edition = editionOn(await listEditions(ctx.read), on)?.validFrom ?? null;
      const question = cutQuestion(query.q).trim();
      const found: readonly (Unit | FoundUnit)[] =
        question !== ''
          ? await findUnits(ctx.read, { text: question, on: query.on ?? null, limit: LIMIT })
          : query.province === undefined
            ? await listProvinces(ctx.read, on)
            : [
                ...(await districtsOf(ctx.read, query.province, on)),
                ...(await communesOfProvince(ctx.read, query.province, on)),
              ];
      return { on, edition, items: found.map(card) };
    },
  );

  api.get(
    '/places/:uid',
    {
      schema: {
        tags,
        summary: 'Một đơn vị: ngày ấy là gì, nay là gì, từ đâu mà có',
        params: z.object({ uid: z.string().max(60) }),
        querystring: OnQuery,
        response: { 200: Detail, ...problems },
      },
    },
    async ({ ctx, params, query }) =>
      detailOf(await readUnitView(ctx.read, params.uid, query.on ?? ctx.today, ctx.today)),
  );
};

function detailOf(view: Awaited<ReturnType<typeof readUnitView>>): z.output<typeof Detail> {
  return {
    unit: card(view.unit),
    on: view.on,
    above: view.above.map(card),
    thatDay: view.thatDay.map(share),
    today: view.now.map(share),
    origins: view.origins.map(change),
    fates: view.fates.map(change),
    sameCode: view.sameCode.map(card),
  };
}

function card(unit: Unit): z.output<typeof UnitCard> {
  const { uid, code, level, fullName, kind, parentCode, provinceCode, validFrom, validUntil } = unit;
  return { uid, code, level, name: fullName, kind, parentCode, provinceCode, validFrom, validUntil };
}

function share(each: PlacedEquivalent): z.output<typeof Share> {
  return {
    unit: each.target && card(each.target),
    provinceCode: each.provinceCode,
    basis: each.basis,
    share: decimalOf(each.share),
    numerator: String(each.share.numerator),
    denominator: String(each.share.denominator),
    weighedBy: each.weighedBy,
    isEstimate: each.isEstimate,
  };
}

function change(each: UnitChange): z.output<typeof Change> {
  return {
    on: each.effectiveOn as IsoDate,
    from: each.oldUnit && card(each.oldUnit),
    to: each.newUnit && card(each.newUnit),
    type: each.changeType,
    share: each.share,
    resolution: each.resolution,
    basis: each.basis,
    note: each.note,
  };
}
