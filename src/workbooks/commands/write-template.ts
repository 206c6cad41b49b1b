import type { Ctx } from '#platform/ctx.ts';
import { noteReadIn } from '#platform/privacy/read-log.server.ts';
import type { ReadSubject } from '#platform/privacy/reading.ts';
import { mayReadPersons } from '#register/public.ts';
import { ensureDataCall } from '#reporting/public.ts';
import type { WorkbookContent } from '../model.ts';
import { requireForUnit } from '../permissions.ts';
import type { UnitPlace } from '../queries.ts';
import { getUnitPlace, knownContent, loadDefinition } from '../queries.ts';
import { buildWorkbook } from '../template/build-workbook.ts';

export interface TemplateWanted {
  readonly unitCode: string;
  /** `2024-H1`. */
  readonly periodCode: string;
  /** With what is already known of the unit, its register for those alone who may see its persons; without: empty rows. */
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
    const known = wanted.prefill ? await knownContent(tx, place) : EMPTY;
    const maySeePersons = mayReadPersons(ctx.actor, wanted.unitCode);
    // A register whose persons were blanked would erase them when it comes back; no row at all changes nothing.
    const content = maySeePersons ? known : { ...known, register: [], funds: [] };
    await noteReadIn(tx, ctx, { context: 'file', purpose: 'fill-form', subjects: peopleIn(content, place) });
    return { definition: await loadDefinition(tx, place), content };
  });
  return await buildWorkbook(definition, content);
}

function peopleIn({ register }: WorkbookContent, { alliance }: UnitPlace): readonly ReadSubject[] {
  return register
    .filter((row) => row.representativeName !== '' || row.workPhone !== '')
    .flatMap(({ id }) => (id === null ? [] : [{ id, allianceId: alliance.id }]));
}
