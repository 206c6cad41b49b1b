import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { PERSONAL_FIELDS } from './fields.ts';
import { oldestFirst } from './figure-rows.ts';
import type { Facts } from './model.ts';
import type { OrganisationView } from './organisation-view.ts';

/** So many periods fit on the paper beside the lines to write on. */
export const PERIODS_PRINTED = 3;

/** Exactly what is printed of an organisation, and the fingerprint of it. */
export interface PrintSheet {
  readonly facts: Facts;
  /** The oldest first. */
  readonly reports: OrganisationView['card']['reports'];
  /** SHA-256 over the canonical JSON of all the above: two papers with one fingerprint say the same. */
  readonly sha256: string;
}

/** What belongs to a person is never printed: paper lies about, and nobody notes who reads it. */
export function printSheet({ card, alliance }: Pick<OrganisationView, 'card' | 'alliance'>): PrintSheet {
  const facts = Object.fromEntries(Object.entries(card.facts).filter(([field]) => !PERSONAL_FIELDS.has(field)));
  const reports = oldestFirst(card.reports.slice(0, PERIODS_PRINTED));
  const said = { id: card.head.id, alliance: alliance.code, facts, reports };
  return { facts, reports, sha256: createHash('sha256').update(canonicalJson(said)).digest('hex') };
}
