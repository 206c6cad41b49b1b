import { refuseIf } from '#kernel/refusal.ts';
import { closeProposal } from '#platform/access/four-eyes.server.ts';
import { aloneRefusal, isOperator } from '#platform/access/four-eyes.ts';
import type { Ctx } from '#platform/ctx.ts';
import { UNDO } from '../four-eyes.ts';
import type { ImportId, UndoReport } from '../model.ts';
import { requireForUnit } from '../permissions.ts';
import { getImport, takeBack, undoNeedsSecondPerson } from '../undoing.ts';

/**
 * Takes an import back: every value returns to what it was before, save those changed since, which are listed. Refused
 * after seven days and a second time; and when it touched more rows than one person may change alone, save to the
 * command line, which the record says.
 */
export async function undoImport(ctx: Ctx, importId: ImportId): Promise<UndoReport> {
  return await ctx.transact(async (tx) => {
    const found = await getImport(tx, importId);
    requireForUnit(ctx, 'workbooks.undo-import', found.unitCode);
    const isLarge = undoNeedsSecondPerson(found);
    refuseIf(isLarge ? aloneRefusal(ctx.actor, UNDO.label) : undefined);
    await closeProposal(tx, ctx, UNDO, importId);
    return await takeBack(tx, ctx, found, isOperator(ctx.actor) ? { byOperator: true } : {});
  });
}
