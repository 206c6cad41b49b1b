import type { Refusal } from '#kernel/refusal.ts';
import type { ScopeKind } from '#platform/access/roles.ts';
import { scopeKindOf } from '#platform/access/roles.ts';
import type { Role } from '#platform/ctx.ts';

/** A template: who in the house, with which role and at which kinds of unit. Names: `personaNames` of the messages. */
export interface Persona {
  readonly role: Role;
  readonly kinds: readonly ScopeKind[];
}

/** The only pairs that a form offers; an unknown pair cannot be picked, and typed by hand it is refused. */
export const PERSONAS = {
  officer: { role: 'officer', kinds: ['alliance'] },
  'department-officer': { role: 'officer', kinds: ['department'] },
  leader: { role: 'leader', kinds: ['alliance', 'cluster'] },
  secretary: { role: 'secretary', kinds: ['cluster'] },
  editor: { role: 'editor', kinds: ['cluster', 'alliance'] },
  inspector: { role: 'inspector', kinds: ['cluster', 'alliance', 'system'] },
  'fund-officer': { role: 'fund-officer', kinds: ['fund'] },
  'fund-approver': { role: 'fund-approver', kinds: ['fund'] },
  'council-member': { role: 'council-member', kinds: ['cluster', 'alliance'] },
  cooperative: { role: 'cooperative', kinds: ['organisation'] },
  'credit-fund': { role: 'credit-fund', kinds: ['credit-fund'] },
  admin: { role: 'admin', kinds: ['system'] },
} as const satisfies Readonly<Record<string, Persona>>;

export type PersonaCode = keyof typeof PERSONAS;
export const PERSONA_CODES = Object.keys(PERSONAS) as [PersonaCode, ...PersonaCode[]];

/** Departments that an alliance usually has; a scope names one as `department:LMHTX-NA/tong-hop`. */
export const DEPARTMENTS = [
  'tong-hop',
  'van-phong',
  'tu-van-ho-tro',
  'chinh-sach-phong-trao',
  'ke-hoach-tai-chinh',
] as const;
export type DepartmentCode = (typeof DEPARTMENTS)[number];

/** Where, as the form says it: a unit from the list, and what some personas need besides. */
export interface PlaceWish {
  /** `system`, `cluster:…` or `alliance:…`. */
  readonly unit: string;
  /** Of `DEPARTMENTS`, or ''. */
  readonly department: string;
  /** Code of a fund, id of an organisation or a credit fund, or ''. */
  readonly code: string;
}

export type Placed = { readonly role: Role; readonly scope: string } | { readonly refusal: Refusal };

/** The role and scope that a template gives at that place; or why it gives none, at the field to mend. */
export function grantOfPersona(persona: PersonaCode, wish: PlaceWish): Placed {
  const { role, kinds } = PERSONAS[persona];
  const [first] = kinds;
  if (first === 'fund' || first === 'organisation' || first === 'credit-fund')
    return shaped(role, `${first}:${wish.code.trim()}`, {
      code: 'people.place.code-missing',
      facts: { field: 'code' },
    });
  if (first === 'department') {
    if (scopeKindOf(wish.unit) !== 'alliance')
      return { refusal: { code: 'people.place.alliance-needed', facts: { field: 'unit' } } };
    const scope = `department:${wish.unit.slice('alliance:'.length)}/${wish.department}`;
    return shaped(role, scope, { code: 'people.place.department-missing', facts: { field: 'department' } });
  }
  if (first === 'system') return { role, scope: 'system' };
  const known: readonly (ScopeKind | undefined)[] = kinds;
  return known.includes(scopeKindOf(wish.unit))
    ? { role, scope: wish.unit }
    : { refusal: { code: 'people.place.unit-unfit', facts: { field: 'unit', kinds: [...kinds] } } };
}

function shaped(role: Role, scope: string, refusal: Refusal): Placed {
  return scopeKindOf(scope) ? { role, scope } : { refusal };
}
