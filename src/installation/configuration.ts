import { z } from 'zod';
import type { ReadDb } from '#platform/db/db.server.ts';
import { findSetting } from '#platform/settings.server.ts';
import type { Configuration, ConfiguredRule } from './model.ts';

const line = z.string().max(1000);

/** The settings that are carried along, and their forms. What belongs to one machine alone has no place here. */
export const PORTABLE_SETTINGS: Readonly<Record<string, z.ZodType>> = {
  'portal.site': z.strictObject({
    owner: line.min(1),
    tagline: line,
    responsible: line,
    address: line,
    phone: line,
    email: line,
    licence: line,
  }),
};

/** The configuration of this installation. */
export async function readConfiguration(db: ReadDb): Promise<Configuration> {
  const settings: Record<string, unknown> = {};
  for (const key of Object.keys(PORTABLE_SETTINGS)) {
    const value = await findSetting(db, key);
    if (value !== undefined) settings[key] = value;
  }
  return { settings, rules: await listRules(db) };
}

/** Every dated value there is, also those that no longer hold or not yet. */
export async function listRules(db: ReadDb): Promise<readonly ConfiguredRule[]> {
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
    ])
    .orderBy('key')
    .orderBy('valid_from')
    .execute();
}
