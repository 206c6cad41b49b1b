import { Refused, refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import type { Capacity, PersonId } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';
import { secondHolderRefusal } from '../posts.ts';
import { getAlliance, positionsEver } from '../queries.ts';

export interface PositionInput {
  readonly allianceCode: string;
  readonly title: string;
  /** Null: the post is known, its holder is not recorded. */
  readonly person: {
    readonly id: PersonId | null;
    readonly fullName: string;
    readonly honorific: string;
    readonly source: string;
  } | null;
  readonly protocolRank: number;
  readonly isSingleSeat: boolean;
  /** `holder` unless said otherwise. */
  readonly capacity?: Capacity;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  /** Two holders of a single seat on one day need the word of a person (`phụ trách`, `quyền`). */
  readonly confirmsSecondHolder: boolean;
}

/** Records who holds a post in an alliance; answers the person's id. */
export async function fillPosition(ctx: Ctx, input: PositionInput): Promise<PersonId | null> {
  requireOrganisations(ctx, 'organisations.appoint');

  return await ctx.transact(async (tx) => {
    const alliance = await getAlliance(tx, input.allianceCode, input.validFrom);
    const { validFrom: from, validUntil: until } = input;
    if (until !== null && until <= from)
      throw new Refused({ code: 'organisations.position.ends-before-it-begins', facts: { from, until } });
    refuseIf(secondHolderRefusal({ ...input, isVacancy: input.person === null }, await positionsEver(tx, alliance.id)));
    // Who takes a vacant post ends the vacancy.
    if (input.person !== null)
      await sql`update organisations.position set valid_until = greatest(valid_from, ${from}::date)
        where alliance_id = ${alliance.id} and title = ${input.title} and person_id is null
          and (valid_until is null or valid_until > ${from})
          and (${until}::date is null or valid_from < ${until})`.execute(tx);

    const personId = input.person === null ? null : (input.person.id ?? ctx.newId<'organisations.person'>());
    if (input.person && input.person.id === null && personId !== null) {
      const { fullName, honorific, source } = input.person;
      await tx
        .insertInto('organisations.person')
        .values({ id: personId, full_name: fullName, honorific, source })
        .execute();
    }
    await tx
      .insertInto('organisations.position')
      .values({
        id: ctx.newId<'organisations.position'>(),
        alliance_id: alliance.id,
        person_id: personId,
        title: input.title,
        protocol_rank: input.protocolRank,
        is_single_seat: input.isSingleSeat,
        capacity: input.capacity ?? 'holder',
        valid_from: input.validFrom,
        valid_until: input.validUntil,
      })
      .execute();
    await record(tx, ctx, 'organisations.position-filled', alliance.id, { title: input.title, from: input.validFrom });
    return personId;
  });
}
