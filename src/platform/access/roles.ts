import type { Role } from '#platform/ctx.ts';

export type ScopeKind = 'system' | 'cluster' | 'alliance' | 'department' | 'fund' | 'organisation' | 'credit-fund';

/** What a scope looks like. A department is named within its alliance; organisations and credit funds by their id. */
const SHAPES: Readonly<Record<ScopeKind, RegExp>> = {
  system: /^system$/,
  cluster: /^cluster:[\w-]{1,60}$/,
  alliance: /^alliance:[\w-]{1,60}$/,
  department: /^department:[\w-]{1,60}\/[a-z0-9-]{1,40}$/,
  fund: /^fund:[\w-]{1,60}$/,
  organisation: /^organisation:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'credit-fund': /^credit-fund:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

/** At which kinds of scope a role means anything; a grant of any other pair gives nothing. */
const KINDS_OF: Readonly<Record<Role, readonly ScopeKind[]>> = {
  admin: ['system'],
  secretary: ['cluster'],
  leader: ['cluster', 'alliance'],
  officer: ['alliance', 'department'],
  editor: ['cluster', 'alliance'],
  inspector: ['system', 'cluster', 'alliance'],
  'fund-officer': ['fund'],
  'fund-approver': ['fund'],
  'council-member': ['cluster', 'alliance'],
  cooperative: ['organisation'],
  'credit-fund': ['credit-fund'],
};

/** Roles of those who work in an office and have screens there; everybody else reaches what the public does. */
const OFFICE_ROLES: readonly Role[] = ['admin', 'secretary', 'leader', 'officer', 'editor', 'inspector'];

export function isOfficeRole(role: Role): boolean {
  return OFFICE_ROLES.includes(role);
}

/** The kind of a scope; undefined when it is written like none. */
export function scopeKindOf(scope: string): ScopeKind | undefined {
  return (Object.keys(SHAPES) as ScopeKind[]).find((kind) => SHAPES[kind].test(scope));
}

export function isRole(text: string): text is Role {
  return Object.hasOwn(KINDS_OF, text);
}

/** Whether this role means anything at this scope. Deny by default: what is not listed gives nothing. */
export function isKnownGrant(role: string, scope: string): boolean {
  const kind = scopeKindOf(scope);
  return isRole(role) && kind !== undefined && KINDS_OF[role].includes(kind);
}

/** The alliance that a department belongs to, as a scope; undefined for every other scope. */
export function allianceOfDepartment(scope: string): `alliance:${string}` | undefined {
  const code = /^department:([\w-]+)\//.exec(scope)?.[1];
  return code === undefined ? undefined : `alliance:${code}`;
}
