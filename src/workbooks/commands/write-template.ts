import type { Ctx } from '#platform/ctx.ts';
import { ensureDataCall } from '#reporting/public.ts';
import type { WorkbookContent } from '../model.ts';
import { requireForUnit } from '../permissions.ts';
import { getUnitPlace, knownContent, loadDefinition } from '../queries.ts';
import { buildWorkbook } from '../template/build-workbook.ts';

export interface TemplateWanted {
  readonly unitCode: string;
  /** `2024-H1`. */
  readonly periodCode: string;
  /** With what is already known of the unit; without: empty rows. */
  readonly prefill: boolean;
}

const EMPTY: WorkbookContent = { register: [], funds: [], values: [], narrative: [] };

/** The workbook for one unit and period. Opens the period's data call when there is none and the actor may open it. */
export async function writeTemplate(ctx: Ctx, wanted: TemplateWanted): Promise<Uint8Array> {
  requireForUnit(ctx, 'workbooks.write-template', wanted.unitCode);

  const { definition, content } = await ctx.transact(async (tx) => {
    const { clusterCode } = await getUnitPlace(tx, wanted);
    await ensureDataCall(tx, ctx, clusterCode, wanted.periodCode);
    const place = await getUnitPlace(tx, wanted);
    return {
      definition: await loadDefinition(tx, place),
      content: wanted.prefill ? await knownContent(tx, place) : EMPTY,
    };
  });
  return await buildWorkbook(definition, content);
}
