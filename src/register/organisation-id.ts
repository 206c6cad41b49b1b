import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { OrganisationId } from './model.ts';

const UUID = z.uuid();

/** The id in an address; what is no id names no organisation. */
export function organisationIdOf(params: { readonly organisationId: string }): OrganisationId {
  if (UUID.safeParse(params.organisationId).success) return params.organisationId as OrganisationId;
  throw new Refused({ code: 'register.organisation.not-found', facts: {} });
}
