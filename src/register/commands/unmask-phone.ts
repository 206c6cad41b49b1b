import type { Ctx } from '#platform/ctx.ts';
import { noteRead } from '#platform/privacy/read-log.server.ts';
import type { AskedPurpose } from '#platform/privacy/reading.ts';
import type { OrganisationId } from '../model.ts';
import { getOrganisation } from '../organisation-card.ts';
import { requireRegister } from '../permissions.ts';

/** The whole telephone number, for a purpose that is kept before the number is shown. */
export async function unmaskPhone(
  ctx: Ctx,
  { id, purpose }: { readonly id: OrganisationId; readonly purpose: AskedPurpose },
): Promise<string> {
  const { head, facts } = await getOrganisation(ctx.read, id);
  requireRegister(ctx, 'register.read-personal', head.allianceCode);
  await noteRead(ctx, { context: 'unmask', purpose, subjects: [{ id, allianceId: head.allianceId }] });
  return String(facts.workPhone ?? '');
}
