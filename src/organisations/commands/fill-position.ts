import type { Refusal } from '#kernel/refusal.ts';
import { refuseIf } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { record } from '#platform/events/record.server.ts';
import type { PersonId } from '../model.ts';
import { requireOrganisations } from '../permissions.ts';
import { getAlliance, listPositions } from '../queries.ts';

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
    const standing = await listPositions(tx, alliance.id, input.validFrom);
    refuseIf(
      secondHolderRefusal(
        input,
        standing.map((one) => ({ title: one.title, fullName: one.fullName })),
      ),
    );

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
        valid_from: input.validFrom,
        valid_until: input.validUntil,
      })
      .execute();
    await record(tx, ctx, 'organisations.position-filled', alliance.id, { title: input.title, from: input.validFrom });
    return personId;
  });
}

function secondHolderRefusal(
  input: PositionInput,
  standing: readonly { readonly title: string; readonly fullName: string }[],
): Refusal | undefined {
  const other = standing.find((one) => one.title === input.title && one.fullName !== '');
  if (!input.isSingleSeat || input.person === null || !other || input.confirmsSecondHolder) return undefined;
  return { code: 'organisations.position.second-holder', facts: { title: input.title, holder: other.fullName } };
}
