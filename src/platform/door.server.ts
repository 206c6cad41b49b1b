import type { IsoDate } from '#kernel/time.ts';
import type { Actor, Ctx, Grant, Scope } from '#platform/ctx.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { isKnownGrant } from './access/roles.ts';
import { noteUnknownGrant } from './access/unknown-grants.server.ts';
import { roleNames, text } from './auth/messages.vi.ts';
import type { Session } from './auth/sessions.server.ts';
import { findSession, touchSession } from './auth/sessions.server.ts';
import type { Host } from './host.ts';

export const NOBODY: Actor = { accountId: null, name: text.nobody, grants: [] };

/** What a scope is called, and which scopes lie below it on that day. */
export interface Place {
  readonly name: string;
  readonly covers: readonly Scope[];
}

/** Looks a scope up among the organisations; undefined when there is none of that code. */
export type FindPlace = (db: ReadDb, scope: Scope, on: IsoDate) => Promise<Place | undefined>;

export interface Entered {
  readonly ctx: Ctx;
  /** Role and place of the first grant, in words; null when nobody has signed in. */
  readonly place: string | null;
  /** Whose browser it is, also while the second factor is owed; null when nobody has signed in. */
  readonly own: OwnDoor | null;
}

/** For acts on one's own account. */
export interface OwnDoor {
  /** As that person; without any grant while the second factor is owed. */
  readonly ctx: Ctx;
  readonly session: Session;
}

/**
 * From a session's token to who acts and when. The clock is read once here. A session that owes its second factor is
 * nobody's: no page, command or API operation has to think of it.
 */
export type Door = (token: string | null, now: Date) => Promise<Entered>;

/** Places seldom change: what was found is believed for this long, so that a page costs one statement at the door. */
const BELIEVED_MS = 60_000;

export function makeDoor(host: Host, findPlace: FindPlace): Door {
  /** Grants that mean nothing, with the day on which this process wrote them down. */
  const noted = new Set<string>();
  const believed = new Map<string, { readonly place: Place; readonly untilMs: number }>();

  async function placeOf(db: ReadDb, scope: Scope, on: IsoDate): Promise<Place> {
    if (scope === 'system') return { name: text.wholeSystem, covers: [] };
    const known = believed.get(`${scope}@${on}`);
    if (known && known.untilMs > performance.now()) return known.place;
    const place = (await findPlace(db, scope, on)) ?? { name: scope.replace(/^.*:/, ''), covers: [] };
    believed.set(`${scope}@${on}`, { place, untilMs: performance.now() + BELIEVED_MS });
    return place;
  }

  async function actorOf(session: Session, nobody: Ctx): Promise<{ actor: Actor; place: string }> {
    const grants: Grant[] = [];
    let place = '';
    for (const { role, scope, delegated } of session.grants) {
      if (!isKnownGrant(role, scope)) {
        const key = `${session.accountId} ${role} ${scope} ${nobody.today}`;
        if (!noted.has(key)) await noteUnknownGrant(nobody.widened('sign-in'), session, { role, scope });
        noted.add(key);
        continue;
      }
      const { name, covers } = await placeOf(nobody.read, scope, nobody.today);
      grants.push({ role, scope, covers, ...(delegated ? { delegated } : {}) });
      place ||= session.name === roleNames[role] ? name : `${roleNames[role]} · ${name}`;
    }
    return { actor: { accountId: session.accountId, name: session.name, grants }, place };
  }

  return async (token, now) => {
    const nobody = host.ctx(NOBODY, now);
    const session = token ? await findSession(nobody.widened('sign-in').read, token, now, nobody.today) : undefined;
    if (!session) return { ctx: nobody, place: null, own: null };
    if (session.owes) {
      const ctx = host.ctx({ accountId: session.accountId, name: session.name, grants: [] }, now);
      if (session.isStale) await touchSession(ctx, session.token);
      return { ctx: nobody, place: null, own: { ctx, session } };
    }
    const { actor, place } = await actorOf(session, nobody);
    const ctx = host.ctx(actor, now);
    if (session.isStale) await touchSession(ctx, session.token);
    return { ctx, place, own: { ctx, session } };
  };
}
