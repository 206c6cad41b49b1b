import { Refused } from '#kernel/refusal.ts';
import type { Tx } from '#platform/db/db.server.ts';
import type { OrganisationId } from '#register/public.ts';
import type { Application, ApplicationId, Member, MemberId } from './model.ts';
import { findApplication, findMember, holdMembership } from './queries.ts';

interface Asked {
  readonly organisationId: OrganisationId;
  /** The version that the person was looking at. */
  readonly seenVersion: number;
}

/** The dossier, held until the transaction ends; refused when it was changed since the person looked. */
export async function holdApplication(
  tx: Tx,
  asked: Asked & { readonly applicationId: ApplicationId },
): Promise<Application> {
  await holdMembership(tx, asked.organisationId);
  return unchanged(await findApplication(tx, asked.organisationId, asked.applicationId), asked);
}

/** The member, held likewise. */
export async function holdMember(tx: Tx, asked: Asked & { readonly memberId: MemberId }): Promise<Member> {
  await holdMembership(tx, asked.organisationId);
  return unchanged(await findMember(tx, asked.organisationId, asked.memberId), asked);
}

function unchanged<Held extends { readonly version: number }>(found: Held | undefined, asked: Asked): Held {
  if (!found) throw new Refused({ code: 'membership.file.not-found', facts: {} });
  if (found.version === asked.seenVersion) return found;
  throw new Refused({ code: 'membership.file.changed-meanwhile', facts: {} });
}
