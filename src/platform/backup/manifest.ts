import { z } from 'zod';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.number().int().nonnegative();

/** What a backup holds; the last entry of the archive, made of what was really written. */
export const Manifest = z.object({
  format: z.literal(1),
  product: z.string(),
  createdAt: z.iso.datetime(),
  /** All data are synthetic. Backups made before this was said count as real. */
  isDemo: z.boolean().default(false),
  migrations: z.array(z.object({ name: z.string(), sha256: Sha256 })),
  /** In the order of the archive; rows are lines of PostgreSQL's text format, sorted by the primary key. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: Count, sha256: Sha256 })),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^\d+$/).nullable() })),
  /** The file store; `isWhole`: the bytes had the hash that is their name. */
  files: z.array(z.object({ name: Sha256, bytes: Count, sha256: Sha256, isWhole: z.boolean() })),
  /** What lies in the data folder itself: secrets of the installation. */
  kept: z.array(z.object({ name: z.string().regex(/^[\w.-]+$/), bytes: Count, sha256: Sha256 })),
});

export type Manifest = z.output<typeof Manifest>;

export const MANIFEST = 'manifest.json';
/** Entries of the archive: `tables/register.change/000001`, `files/<sha256>`, `kept/secret`. */
export const AREAS = { tables: 'tables', files: 'files', kept: 'kept' } as const;
