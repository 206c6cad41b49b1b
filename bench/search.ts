import { fold } from '#kernel/text-vi.ts';
import { listAlliances } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { listOrganisations } from '#register/public.ts';
import { aFilter } from '#register/testing.ts';
import type { System } from '../src/system.ts';
import { bare } from './everything.ts';
import { inTurns, report } from './measure.ts';

const QUESTIONS = ['dich vu nong nghiep', 'HTX Đức Ninh', 'thanh cong', 'Quỳnh Lưu', 'tan tien'];

/** Tone-insensitive search over 4.425 organisations with facets. Floor: one trigram statement, 50 rows, no facets. */
export async function benchSearch(system: System, ctx: Ctx): Promise<void> {
  const within = (await listAlliances(ctx.read, ctx.today)).map((alliance) => alliance.id);
  for (const question of QUESTIONS) {
    const ours = async () =>
      await listOrganisations(ctx.read, aFilter(within, { question, today: ctx.today, size: 50 }));
    const floor = async () =>
      await bare(system, {
        name: 'floor-search',
        text: `select id, name, code from register.organisation
                where search_text like '%' || $1 || '%' and deleted_at is null
                order by name collate "vi-x-icu", id limit 50`,
        values: [fold(question).replace(/^htx /, '')],
      });
    const measured = await inTurns(30, ours, floor);
    const ratio = measured.ours / measured.floor;
    report({ name: 'search', figure: `“${question}” p95`, value: measured.p95, unit: 'ms', ratio, aim: '≤ 30 ms' });
  }
}
