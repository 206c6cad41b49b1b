import type { IsoDate } from '#kernel/time.ts';
import { sql } from '#platform/db/db.server.ts';
import type { StatusAct } from './model.ts';
import { statusAfter } from './statuses.ts';

const ACTS: readonly StatusAct[] = [
  'establish',
  'suspend',
  'resume',
  'cease',
  'begin-dissolution',
  'dissolve',
  'merge',
];

const STATUS_OF_ACT = sql`case act.act ${sql.join(
  ACTS.map((act) => sql`when ${sql.lit(act)} then ${sql.lit(statusAfter(act))}`),
  sql` `,
)} end`;

/** Selects the status of one organisation at the end of that day as `status`; no row before it was established. */
export function statusSql(organisationId: ReturnType<typeof sql>, day: IsoDate) {
  return sql`
    select ${STATUS_OF_ACT} as status
      from register.status_act act
     where act.organisation_id = ${organisationId} and act.undone_at is null and act.effective_on <= ${day}
     order by act.effective_on desc, (act.act <> 'establish') desc, act.sequence desc
     limit 1`;
}
