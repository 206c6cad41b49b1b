import type { Tx } from '#platform/db/db.server.ts';
import { loadLegal } from './legal/reference.ts';
import { loadChecklist } from './membership/reference.ts';
import { loadOrganisations } from './organisations/reference.ts';
import { loadPlaces } from './places/reference.ts';
import { loadSectors } from './register/reference.ts';
import { loadIndicators } from './reporting/reference.ts';
import { loadRights } from './rights/reference.ts';

/** Loads reference rows that ship with the product; called at every start, so it must cost little when nothing changed. */
export type ReferenceLoader = (tx: Tx, now: Date) => Promise<void>;

/** In the order of their references to one another. */
export const REFERENCE_DATA: readonly ReferenceLoader[] = [
  loadLegal,
  loadPlaces,
  loadOrganisations,
  loadSectors,
  loadChecklist,
  loadIndicators,
  loadRights,
];
