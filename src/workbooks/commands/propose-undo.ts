import { z } from 'zod';
import { refuseIf } from '#kernel/refusal.ts';
import { propose } from '#platform/access/four-eyes.server.ts';
import type { ProposalId } from '#platform/access/four-eyes.ts';
import { noteField } from '#platform/access/proposal-forms.ts';
import type { Ctx } from '#platform/ctx.ts';
import { UNDO } from '../four-eyes.ts';
import { text } from '../messages-pages.vi.ts';
import type { ImportId } from '../model.ts';
import { requireForUnit } from '../permissions.ts';
import { undoRefusal } from '../rules.ts';
import { getImport, rowsTouched } from '../undoing.ts';

export const ProposeUndo = z.object({ note: noteField });

/** Puts the undoing of a large import before a second person of the unit. */
export async function proposeUndo(
  ctx: Ctx,
  importId: ImportId,
  { note }: z.output<typeof ProposeUndo>,
): Promise<ProposalId> {
  return await ctx.transact(async (tx) => {
    const found = await getImport(tx, importId);
    requireForUnit(ctx, 'workbooks.propose-undo', found.unitCode);
    refuseIf(undoRefusal(found, ctx.today));
    return await propose(tx, ctx, UNDO, {
      scope: `alliance:${found.unitCode}`,
      subject: importId,
      payload: { importId },
      words: text.one.fourEyes.words(found.fileName, rowsTouched(found)),
      seen: null,
      seenHash: found.sha256,
      note,
    });
  });
}
