import { listAlliances, listClusters } from '#organisations/public.ts';
import { allianceOfDepartment, scopeKindOf } from '#platform/access/roles.ts';
import type { Ctx, Scope } from '#platform/ctx.ts';
import { departmentNames, text } from './messages.vi.ts';
import type { Unit } from './model.ts';

/** Names of scopes, and the units that people can be given a role at. */
export interface Units {
  /** The whole system, then clusters, then alliances north to south. */
  readonly all: readonly Unit[];
  nameOf(scope: string): string;
}

export async function unitsOn(ctx: Pick<Ctx, 'read' | 'today'>): Promise<Units> {
  const clusters = await listClusters(ctx.read);
  const alliances = await listAlliances(ctx.read, ctx.today);
  const all: Unit[] = [
    { scope: 'system', name: text.wholeSystem },
    ...clusters.map(({ code, shortName }) => ({ scope: `cluster:${code}` as const, name: shortName })),
    ...alliances.map(({ code, name }) => ({ scope: `alliance:${code}` as const, name })),
  ];
  const names = new Map<string, string>(all.map(({ scope, name }) => [scope, name]));
  return { all, nameOf: (scope) => names.get(scope) ?? nameOfOther(scope, names) };
}

function nameOfOther(scope: string, names: ReadonlyMap<string, string>): string {
  const alliance = allianceOfDepartment(scope);
  if (alliance) return departmentIn(scope.slice(scope.indexOf('/') + 1), names.get(alliance) ?? alliance.slice(9));
  const kind = scopeKindOf(scope);
  const code = scope.slice(scope.indexOf(':') + 1);
  return kind && kind in text.coded ? text.coded[kind as keyof typeof text.coded](code) : code;
}

/** `Phòng Tổng hợp, Liên minh HTX tỉnh Nghệ An`. */
export function departmentIn(department: string, allianceName: string): string {
  const names: Readonly<Record<string, string>> = departmentNames;
  return `${names[department] ?? department}, ${allianceName}`;
}

/** The unit whose leader looks after the people of a scope: a department's is its alliance, the funds' the system. */
export function unitOf(scope: Scope): Scope {
  const kind = scopeKindOf(scope);
  if (kind === 'cluster' || kind === 'alliance') return scope;
  return allianceOfDepartment(scope) ?? 'system';
}
