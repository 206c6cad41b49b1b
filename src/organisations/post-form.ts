import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { PositionInput } from './commands/fill-position.ts';
import { dayField, dayOrOpen, lineField, rankField } from './day-field.ts';
import { formWords as words } from './messages-pages.vi.ts';
import type { PersonId } from './model.ts';

/** What the field `person` says besides the id of somebody who is known already. */
export const NEW_PERSON = 'moi';
export const VACANT = 'khuyet';

export const FillPost = z.object({
  title: lineField(120, words.titleMissing),
  person: z.union([z.enum([NEW_PERSON, VACANT]), z.uuid().transform((id) => id as PersonId)]),
  fullName: lineField(120),
  honorific: lineField(20),
  source: lineField(300),
  capacity: z.enum(['holder', 'acting', 'in-charge']),
  protocolRank: rankField,
  isSingleSeat: z.string().default(''),
  confirmed: z.string().default(''),
  from: dayField,
  until: dayOrOpen,
});

/** The posted form as the command takes it; refused when somebody new is not named in full. */
export function positionInput(allianceCode: string, form: z.output<typeof FillPost>): PositionInput {
  const { title, person, fullName, honorific, source, capacity, protocolRank, from, until } = form;
  if (person === NEW_PERSON && (fullName === '' || honorific === '' || source === ''))
    throw new Refused({ code: 'organisations.position.person-unnamed', facts: { field: 'fullName' } });
  return {
    allianceCode,
    title,
    person: person === VACANT ? null : { id: person === NEW_PERSON ? null : person, fullName, honorific, source },
    capacity: person === VACANT ? 'holder' : capacity,
    protocolRank,
    isSingleSeat: form.isSingleSeat !== '',
    validFrom: from,
    validUntil: until,
    confirmsSecondHolder: form.confirmed !== '',
  };
}
