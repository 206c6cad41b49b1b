import type { Role } from '#platform/ctx.ts';
import { personaDuties } from './messages.vi.ts';
import { PERSONA_CODES, PERSONAS } from './personas.ts';

/** What a role may do in this release, in words. */
export function dutiesOf(role: Role): string {
  return PERSONA_CODES.filter((code) => PERSONAS[code].role === role)
    .map((code) => personaDuties[code])
    .join(' ');
}
