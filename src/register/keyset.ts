import { sql } from '#platform/db/db.server.ts';

type Sql = ReturnType<typeof sql>;

/** One column of an order. The last one of a list must tell any two rows apart. */
export interface OrderColumn {
  readonly expression: Sql;
  readonly direction: 'asc' | 'desc';
}

/** Where a page ends or begins: the row's values in the columns of the order. */
export type Cursor = readonly string[];

/** The cursor as it stands in an address; undefined when the text is none of ours. */
export function parseCursor(text: string, columns: number): Cursor | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const isOurs =
      Array.isArray(values) && values.length === columns && values.every((value) => typeof value === 'string');
    return isOurs ? values : undefined;
  } catch {
    return undefined;
  }
}

export function formatCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor), 'utf8').toString('base64url');
}

/** Rows that come after the cursor in this order; read backwards, those before it. */
export function beyond(order: readonly OrderColumn[], cursor: Cursor, backwards: boolean): Sql {
  const ways = order.map((column, place) => {
    const same = order.slice(0, place).map((earlier, index) => sql`${earlier.expression} = ${cursor[index]}`);
    const isUp = (column.direction === 'asc') !== backwards;
    const step = isUp ? sql`${column.expression} > ${cursor[place]}` : sql`${column.expression} < ${cursor[place]}`;
    return sql`(${sql.join([...same, step], sql` and `)})`;
  });
  return sql`(${sql.join(ways, sql` or `)})`;
}

/** The `order by` of a page, the other way round when it is read backwards. */
export function orderBy(order: readonly OrderColumn[], backwards: boolean): Sql {
  return sql.join(
    order.map(({ expression, direction }) =>
      (direction === 'asc') !== backwards ? sql`${expression} asc` : sql`${expression} desc`,
    ),
  ) as Sql;
}
