import { csvFile } from '#kernel/csv.ts';
import { addDays } from '#kernel/time.ts';
import { roleNames } from '#platform/auth/messages.vi.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { stateNames, text } from '../messages.vi.ts';
import type { HeldGrant } from '../model.ts';
import { requireSeeing } from '../permissions.ts';
import type { PeopleFilter } from '../queries.ts';
import { allPeople } from '../queries.ts';
import { unitsOn } from '../units.ts';

/** The list as a file, a line for each right: who may do what where and how long; no telephone, no address. */
export async function takeOutPeople(ctx: Ctx, filter: PeopleFilter) {
  requireSeeing(ctx);
  const people = await allPeople(ctx, filter);
  const { nameOf } = await unitsOn(ctx);
  const lines = people.flatMap(({ name, login, state, grants }) => {
    const rights: readonly (HeldGrant | null)[] = grants.length > 0 ? grants : [null];
    return rights.map((grant) => [name, login, stateNames[state], ...cellsOf(grant, nameOf)]);
  });
  await ctx.transact(async (tx) => {
    await record(tx, ctx, 'people.list-taken-out', 'people.list', { people: people.length, ...filter });
  });
  return {
    name: text.fileName(ctx.today),
    mediaType: 'text/csv; charset=utf-8',
    bytes: csvFile([text.fileHeads, ...lines]),
  };
}

function cellsOf(grant: HeldGrant | null, nameOf: (scope: string) => string): readonly string[] {
  if (!grant) return ['', '', '', ''];
  const last = grant.validUntil ? formatDate(addDays(grant.validUntil, -1)) : '';
  return [roleNames[grant.role], nameOf(grant.scope), formatDate(grant.validFrom), last];
}
