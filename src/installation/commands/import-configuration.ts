import { planRules, ruleSetProblems } from '#compliance/public.ts';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { Refused } from '#kernel/refusal.ts';
import { holdRules, saveRules } from '#legal/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tx } from '#platform/db/db.server.ts';
import { record } from '#platform/events/record.server.ts';
import { findSetting, setSetting } from '#platform/settings.server.ts';
import type { ConfigFile } from '../config-file.ts';
import { listRules, PORTABLE_SETTINGS } from '../configuration.ts';
import { problems as words } from '../messages.vi.ts';
import { requireInstallation } from '../permissions.ts';

export interface ImportedConfiguration {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Keys of the settings that are other than before. */
  readonly settings: readonly string[];
}

/** Takes a configuration in whole, or refuses it with everything that is wrong with it. A dry run writes nothing. */
export async function importConfiguration(
  ctx: Ctx,
  file: ConfigFile,
  { dryRun }: { readonly dryRun: boolean },
): Promise<ImportedConfiguration> {
  requireInstallation(ctx, 'installation.configure');
  return await ctx.transact(async (tx) => {
    await holdRules(tx);
    const here = await listRules(tx);
    const problems = [...settingProblems(file), ...ruleSetProblems(file.rules, here, ctx.today)];
    if (problems.length > 0) throw new Refused({ code: 'installation.config.invalid', facts: { problems } });
    const plan = planRules(file.rules, here);
    const settings = await otherSettings(tx, file);
    const { added, changed, unchanged } = plan;
    const outcome = { added: added.length, changed: changed.length, unchanged, settings };
    const isNothing = added.length + changed.length + settings.length === 0;
    if (dryRun || isNothing) return outcome;
    for (const key of settings) await setSetting(tx, ctx, key, file.settings[key]);
    await saveRules(tx, ctx, [...changed, ...added], { why: words.taken(file.sha256) });
    const site = settings.includes('portal.site');
    const facts = { sha256: file.sha256, added: added.length, changed: changed.map(nameOf), site };
    await record(tx, ctx, 'installation.configured', 'installation', facts);
    return outcome;
  });
}

function nameOf({ key, validFrom }: { readonly key: string; readonly validFrom: string }): string {
  return `${key} ${validFrom}`;
}

function settingProblems({ settings }: ConfigFile): readonly string[] {
  return Object.entries(settings).flatMap(([key, value]) => {
    const form = PORTABLE_SETTINGS[key];
    if (!form) return [words.unknownSetting(key)];
    const parsed = form.safeParse(value);
    return parsed.success
      ? []
      : [words.badSetting(key, parsed.error.issues.map((issue) => issue.path.join('.')).join(', '))];
  });
}

async function otherSettings(tx: Tx, { settings }: ConfigFile): Promise<readonly string[]> {
  const other: string[] = [];
  for (const [key, value] of Object.entries(settings)) {
    const here = await findSetting(tx, key);
    if (here === undefined || canonicalJson(here) !== canonicalJson(value)) other.push(key);
  }
  return other;
}
