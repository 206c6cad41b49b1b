import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import { parseIsoDate } from '#kernel/time.ts';

export const LIMIT_MAX = 200;
const LIMIT = 50;

/** An exact number as text; null is "not known", never 0. */
export const DecimalText = z.string().regex(/^-?\d+(\.\d+)?$/);
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const Moment = z.iso.datetime({ offset: true });

/** `?on=2024-06-14`: as things stood on that day; today when left out. */
export const OnQuery = z.object({
  on: z
    .string()
    .refine((text) => parseIsoDate(text) !== undefined, 'Ngày viết theo dạng NNNN-TT-NN, ví dụ 2024-06-14.')
    .transform((text) => text as IsoDate)
    .optional()
    .describe('Theo ngày này; mặc định là hôm nay'),
});

/** `?cursor=…&limit=…`: keyset paging; the cursor is opaque and comes from `next` of the page before. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional().describe('Giá trị `next` của trang trước'),
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(LIMIT),
});

/** A parameter that may stand several times in an address: `?status=operating&status=suspended`. */
export function severalOf(one: z.ZodType<string>) {
  return z
    .union([one, z.array(one).max(LIMIT_MAX)])
    .default([])
    .transform((value) => [value].flat());
}

/** One page of a list, and where the next begins (null at the end). */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export function writeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor that `schema` describes; refused when the text was not made by `writeCursor`. */
export function readCursor<Schema extends z.ZodType>(cursor: string, schema: Schema): z.output<Schema> {
  const refusal = { code: 'platform.api.cursor-unreadable', facts: {} };
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new Refused(refusal);
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success) throw new Refused(refusal);
  return parsed.data;
}
