import { Refused } from '#kernel/refusal.ts';
import type { Actor, Ctx, Grant, Role, Scope } from '#platform/ctx.ts';
import { allianceOfDepartment } from './roles.ts';

/**
 * `own`: only at the grant's own scope. `covered`: also at every scope below it, as a cluster covers its alliances.
 * `department`: also for the alliance, when the grant is at one of its departments; nothing else reaches upwards.
 */
export type Reach = 'own' | 'covered' | 'department';

/** Something a person may or may not do, with who may. What is not listed is denied; an administrator of the system may all. */
export interface Action {
  /** `slice.verb-noun`, e.g. `reporting.submit-unit`. */
  readonly name: string;
  readonly allowed: Readonly<Partial<Record<Role, Reach>>>;
}

const declared: Action[] = [];

/** Declares an action in a slice's `permissions.ts`. */
export function action(name: string, allowed: Partial<Record<Role, Reach>>): Action {
  const made = { name, allowed };
  declared.push(made);
  return made;
}

/** Every action that the modules loaded so far have declared: for tests over all of them. */
export function declaredActions(): readonly Action[] {
  return declared;
}

/** Whether the actor may do this there. */
export function permits(actor: Actor, what: Action, scope: Scope): boolean {
  return actor.grants.some((grant) => grantPermits(grant, what, scope));
}

/** Whether the actor may do this anywhere: for showing a way in at all. */
export function permitsSomewhere(actor: Actor, what: Action): boolean {
  return actor.grants.some((grant) => isAdmin(grant) || reachOf(grant, what) !== undefined);
}

/** Refuses with `platform.access.denied` (403) unless the actor may do this there. At the top of each command. */
export function requireGrant(ctx: Pick<Ctx, 'actor'>, what: Action, scope: Scope): void {
  if (!permits(ctx.actor, what, scope)) throw denied(what, scope);
}

/**
 * What an entry of the record of acts says besides, when the actor may do this there by delegation only: for whom and on
 * which authority; nothing when they may of their own right.
 */
export function onBehalf(
  actor: Actor,
  what: Action,
  scope: Scope,
): { readonly onBehalfOf?: string; readonly delegation?: string } {
  const able = actor.grants.filter((grant) => grantPermits(grant, what, scope));
  const delegated = able.every((grant) => grant.delegated) ? able[0]?.delegated : undefined;
  return delegated ? { onBehalfOf: `${delegated.kind}. ${delegated.of}`, delegation: delegated.delegationId } : {};
}

/** Refuses unless the actor may do this somewhere; lists are then narrowed by `alliancesFor`. */
export function requireSomewhere(ctx: Pick<Ctx, 'actor'>, what: Action): void {
  if (!permitsSomewhere(ctx.actor, what)) throw denied(what, null);
}

/** For narrowing a list in SQL: the codes of the alliances where the actor may do this, or `all`. */
export function alliancesFor(actor: Actor, what: Action): 'all' | readonly string[] {
  return codesFor(actor, what, 'alliance:');
}

/** The codes of the clusters where the actor may do this, or `all`. */
export function clustersFor(actor: Actor, what: Action): 'all' | readonly string[] {
  return codesFor(actor, what, 'cluster:');
}

function codesFor(actor: Actor, what: Action, kind: 'alliance:' | 'cluster:'): 'all' | readonly string[] {
  const codes = new Set<string>();
  for (const grant of actor.grants) {
    const reach = isAdmin(grant) ? 'covered' : reachOf(grant, what);
    if (!reach) continue;
    if (grant.scope === 'system' && reach === 'covered') return 'all';
    for (const scope of scopesOf(grant, reach)) if (scope.startsWith(kind)) codes.add(scope.slice(kind.length));
  }
  return [...codes];
}

function grantPermits(grant: Grant, what: Action, scope: Scope): boolean {
  if (isAdmin(grant)) return true;
  const reach = reachOf(grant, what);
  if (!reach) return false;
  if (grant.scope === 'system' && reach === 'covered') return true;
  return scopesOf(grant, reach).includes(scope);
}

function scopesOf(grant: Grant, reach: Reach): readonly Scope[] {
  if (reach === 'covered') return [grant.scope, ...(grant.covers ?? [])];
  const alliance = reach === 'department' ? allianceOfDepartment(grant.scope) : undefined;
  return alliance ? [grant.scope, alliance] : [grant.scope];
}

/**
 * A delegated right reaches the acts that were delegated, none other of its role. What is done for a whole unit alone is
 * nothing for a department.
 */
function reachOf(grant: Grant, what: Action): Reach | undefined {
  if (grant.delegated && !grant.delegated.acts.includes(what.name)) return undefined;
  const reach = what.allowed[grant.role];
  return reach === 'own' && allianceOfDepartment(grant.scope) ? undefined : reach;
}

function isAdmin(grant: Grant): boolean {
  return grant.role === 'admin' && grant.scope === 'system' && !grant.delegated;
}

function denied(what: Action, scope: Scope | null): Refused {
  return new Refused({ code: 'platform.access.denied', facts: { action: what.name, scope } });
}
