import { z } from 'zod';
import { PERSONA_CODES } from './personas.ts';

/** The fields of `PlacementFields` as they are posted. */
export const placementInput = {
  persona: z.enum(PERSONA_CODES),
  unit: z.string().max(80).default(''),
  department: z.string().max(40).default(''),
  code: z.string().max(60).default(''),
  from: z.string().max(10).default(''),
  until: z.string().max(10).default(''),
};
