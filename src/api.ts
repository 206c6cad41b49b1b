import { bordersApi } from '#borders/api.ts';
import { complianceApi } from '#compliance/api.ts';
import { organisationsApi } from '#organisations/api.ts';
import { placesApi } from '#places/api.ts';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { portalApi } from '#portal/api.ts';
import { registerApi } from '#register/api.ts';
import { reportingApi } from '#reporting/api.ts';
import { reviewApi } from '#review/api.ts';

/** The JSON face of each slice, in the order of the description. */
export const API_SLICES: readonly ApiSlice[] = [
  placesApi,
  organisationsApi,
  registerApi,
  bordersApi,
  complianceApi,
  reportingApi,
  reviewApi,
  portalApi,
];
