import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import { alertText } from './messages.vi.ts';
import { LIMIT_KEY } from './read-log.server.ts';

const NAMED_MAX = 5;

/** What administrators are told when somebody was stopped, or took out more people at once than may be read in an hour. */
export async function readVolumeAlert(ctx: Pick<Ctx, 'read' | 'now' | 'today'>): Promise<string | undefined> {
  const found = await sql<{ name: string; most: number }>`
    with rule as (select (value #>> '{}')::int as most from legal.rule_value where key = ${LIMIT_KEY}
                     and valid_from <= ${ctx.today} and (valid_until is null or valid_until > ${ctx.today})),
    recent as (select ${ctx.now}::timestamptz - interval '24 hours' as since)
    select name, (select most from rule) as most from (
      select stopped_by as name, stopped_at as at from privacy.read_stop where stopped_at > (select since from recent)
      union all
      select read_by, read_at from privacy.read_log
       where read_at > (select since from recent) and people > 50 and people > (select most from rule)
         and context in ('export', 'export-fetched')) as much
     group by name order by max(at) desc limit ${NAMED_MAX}`.execute(ctx.read);
  const [first] = found.rows;
  return (
    first &&
    alertText.volume(
      found.rows.map(({ name }) => name),
      first.most,
    )
  );
}
