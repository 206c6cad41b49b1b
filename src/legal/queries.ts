import { Refused } from '#kernel/refusal.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { DatedRule, Instrument, PastRule, RuleValue } from './model.ts';

/** Every instrument of the citation register, by number. */
export async function listInstruments(db: ReadDb): Promise<readonly Instrument[]> {
  return await db
    .selectFrom('legal.instrument')
    .select([
      'number',
      'title',
      'kind',
      'issued_on as issuedOn',
      'in_force_from as inForceFrom',
      'in_force_until as inForceUntil',
      'replaced_by as replacedBy',
      'verified',
    ])
    .orderBy('number')
    .execute();
}

/** All dated values in force on that day, by key. */
export async function listRuleValues(db: ReadDb, on: IsoDate): Promise<readonly RuleValue[]> {
  return await inForce(db, on).orderBy('key').execute();
}

/** The value in force on that day; refused with the key when none is. */
export async function ruleValue(db: ReadDb, key: string, on: IsoDate): Promise<RuleValue> {
  const found = await inForce(db, on).where('key', '=', key).executeTakeFirst();
  if (!found) throw new Refused({ code: 'legal.rule-value.none-in-force', facts: { key, on } });
  return found;
}

/** Every dated value there is, also those that no longer hold or not yet; by key and first day. */
export async function listDatedRules(db: ReadDb): Promise<readonly DatedRule[]> {
  return await db
    .selectFrom('legal.rule_value')
    .select([
      'key',
      'value',
      'unit',
      'citation',
      'certainty',
      'verified',
      'note',
      'valid_from as validFrom',
      'valid_until as validUntil',
      'version',
    ])
    .orderBy('key')
    .orderBy('valid_from')
    .execute();
}

/** What the values of a key said before they were corrected, confirmed or ended; newest first. */
export async function listPastRules(db: ReadDb, key: string): Promise<readonly PastRule[]> {
  return await db
    .selectFrom('legal.rule_past')
    .where('key', '=', key)
    .select([
      'key',
      'value',
      'unit',
      'citation',
      'certainty',
      'verified',
      'note',
      'begins_on as validFrom',
      'ends_on as validUntil',
      'version',
      'why',
      'replaced_at as replacedAt',
      'replaced_by as replacedBy',
    ])
    .orderBy('replaced_at', 'desc')
    .orderBy('version', 'desc')
    .execute();
}

function inForce(db: ReadDb, on: IsoDate) {
  return db
    .selectFrom('legal.rule_value')
    .where('valid_from', '<=', on)
    .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>', on)]))
    .select(['key', 'value', 'unit', 'citation', 'certainty', 'verified', 'note']);
}
