import type { Refusal } from '#kernel/refusal.ts';
import { changedSince } from '#organisations/public.ts';
import type { ReadDb, Tx } from '#platform/db/db.server.ts';
import { sql } from '#platform/db/db.server.ts';
import { changesSinceMove } from '#register/public.ts';
import type { Merger } from './mergers.ts';
import { tracesOf } from './mergers.ts';
import { mergerWords } from './messages.vi.ts';

const words = mergerWords.since;

interface Since {
  readonly created: number;
  readonly values: number;
  readonly posts: number;
  readonly mergers: number;
}

/** Why a merger cannot be taken back: it was already, or something was done on top of it, which is listed. */
export async function undoRefusal(tx: Tx, merger: Merger): Promise<Refusal | undefined> {
  if (merger.undoneAt) return { code: 'reorganisation.merger.undone-already', facts: { by: merger.undoneBy } };
  const { spans, moves } = await tracesOf(tx, merger.id);
  let changes = 0;
  for (const move of moves) changes += await changesSinceMove(tx, { ...move, movedAt: merger.doneAt });
  const since = await doneSince(tx, merger, spans.isNew);
  const what = [
    [changes, words.changes],
    [since.created, words.created],
    [since.values, words.values],
    [since.posts, words.posts],
    [since.mergers, words.mergers],
    [await changedSince(tx, spans, merger.effectiveOn), words.spans],
  ] as const;
  const happened = what.filter(([count]) => count > 0).map(([count, say]) => say(count));
  return happened.length > 0 ? { code: 'reorganisation.merger.acted-since', facts: { what: happened } } : undefined;
}

/** What was done in the name of the one that goes on; of one that was there before, only what belongs to later days. */
async function doneSince(db: ReadDb, merger: Merger, isNew: boolean): Promise<Since> {
  const { successorId: id, doneAt, effectiveOn } = merger;
  const found = await sql<Since>`
    select (select count(*)::int from register.organisation where ${isNew} and alliance_id = ${id} and created_at > ${doneAt}) as created,
           (select count(*)::int from reporting.value_entry entry join reporting.period period on period.code = entry.period_code
             where entry.alliance_id = ${id} and entry.recorded_at > ${doneAt} and period.last_day >= ${effectiveOn}) as values,
           (select count(*)::int from organisations.position where ${isNew} and alliance_id = ${id})
             + (select count(*)::int from organisations.department where ${isNew} and alliance_id = ${id}) as posts,
           (select count(*)::int from reorganisation.merger later
             where later.undone_at is null and later.done_at > ${doneAt}
               and (later.successor_id = ${id} or later.plan -> 'sources' ? (select code from organisations.alliance where id = ${id}))) as mergers`.execute(
    db,
  );
  return found.rows[0] ?? { created: 0, values: 0, posts: 0, mergers: 0 };
}
