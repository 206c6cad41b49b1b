import { z } from 'zod';
import type { RuleSpan } from '#legal/public.ts';
import { listDatedRules } from '#legal/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import { findSetting } from '#platform/settings.server.ts';
import type { Configuration } from './model.ts';

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

/** Every dated value there is, as it is carried. */
export async function listRules(db: ReadDb): Promise<readonly RuleSpan[]> {
  return (await listDatedRules(db)).map(({ version: _, ...rule }) => rule);
}
