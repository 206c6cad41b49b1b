import { z } from 'zod';
import type { ListedAct } from '#platform/access/four-eyes.ts';
import { listedAct } from '#platform/access/four-eyes.ts';
import type { Grant } from '#platform/ctx.ts';
import type { KeptExportId } from '#platform/privacy/kept-export.server.ts';
import { ASKED_PURPOSES } from '#platform/privacy/reading.ts';
import { personsExportText as text } from './messages-pages.vi.ts';
import { ACTIONS } from './permissions.ts';

const Wanted = z.object({
  /** Of the export that will be made; the proposal is found by it. */
  exportId: z.uuid().transform((id) => id as KeptExportId),
  /** The list with its filters, columns and period, as an address says it. */
  search: z.string(),
  format: z.enum(['xlsx', 'csv']),
  purpose: z.enum(ASKED_PURPOSES),
  people: z.number().int(),
  /** As whom the proposer reads: what the log of readings says of them. */
  reader: z
    .object({ role: z.string(), scope: z.string() })
    .transform((grant) => grant as Pick<Grant, 'role' | 'scope'>),
});

export type WantedExport = z.output<typeof Wanted>;

/** Taking out a list with names and telephones of representatives. */
export const EXPORT: ListedAct<WantedExport> = listedAct({
  name: 'register.export-personal',
  label: text.fourEyes.label,
  payload: Wanted,
  proposing: ACTIONS['register.propose-personal-export'],
  approving: ACTIONS['register.approve-personal-export'],
  carriedOutAs: 'officer',
  href: ({ exportId }) => exportProposalHref(exportId),
});

export function exportProposalHref(id: KeptExportId): string {
  return `/van-phong/ban-xuat/de-nghi/${id}`;
}
