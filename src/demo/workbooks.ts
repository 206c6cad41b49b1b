import { communeIndex } from '#places/public.ts';
import type { ReadDb } from '#platform/db/db.server.ts';
import type { WorkbookContent } from '#workbooks/public.ts';
import { buildWorkbook, workbookDefinition } from '#workbooks/public.ts';
import { CUT_OFF, cooperativesOf } from './cooperatives.ts';
import { formValuesOf } from './forms.ts';
import { fundsOf } from './funds.ts';
import { readNameLists } from './names.ts';
import { narrativeOf } from './narrative.ts';
import type { Profile } from './profiles.ts';
import { PROFILES } from './profiles.ts';
import { randomOf } from './random.ts';

/** The seed of the demonstration that ships; another seed gives other names and amounts, never other counts. */
export const DEMO_SEED = 2024;
export const DEMO_PERIOD = '2024-H1';
export const DEMO_CLUSTER = 'CUM-BTB';

export interface DemoWorkbook {
  readonly unitCode: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The six provincial workbooks of the demonstration, one at a time; the same seed gives the same bytes. */
export async function* demoWorkbooks(db: ReadDb, seed: number): AsyncGenerator<DemoWorkbook> {
  for (const profile of PROFILES) yield await demoWorkbook(db, profile, seed);
}

async function demoWorkbook(db: ReadDb, profile: Profile, seed: number): Promise<DemoWorkbook> {
  const definition = await workbookDefinition(db, profile.unitCode, DEMO_PERIOD, { isDemo: true });
  const content = await demoContent(db, profile, definition.indicators, definition.unit.provinceName, seed);
  return {
    unitCode: profile.unitCode,
    fileName: `${profile.unitCode}-${DEMO_PERIOD}.xlsx`,
    bytes: await buildWorkbook(definition, content),
  };
}

/** What the workbook of one province says. */
export async function demoContent(
  db: ReadDb,
  profile: Profile,
  indicators: Parameters<typeof formValuesOf>[3],
  provinceName: string,
  seed: number,
): Promise<WorkbookContent> {
  const lists = await readNameLists();
  const index = await communeIndex(db, profile.provinceCode, CUT_OFF);
  const place = { communes: index.communes, districtName: index.districtName, provinceName };
  const random = (part: string) => randomOf(seed, profile.unitCode, part);
  const register = cooperativesOf(profile, lists, place, random('register'));
  const funds = fundsOf(profile, place, random('funds'));
  const values = formValuesOf(profile, register, funds, indicators, random('forms'));
  return { register, funds, values, narrative: narrativeOf(provinceName, values) };
}
