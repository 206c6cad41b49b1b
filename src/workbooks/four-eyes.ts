import { z } from 'zod';
import type { ListedAct } from '#platform/access/four-eyes.ts';
import { listedAct } from '#platform/access/four-eyes.ts';
import { hrefs } from './hrefs.ts';
import { text } from './messages-pages.vi.ts';
import type { ImportId } from './model.ts';
import { ACTIONS } from './permissions.ts';

const OfImport = z.object({ importId: z.uuid().transform((id) => id as ImportId) });

/** Taking back an import that touched more rows than one person may change alone. */
export const UNDO: ListedAct<z.output<typeof OfImport>> = listedAct({
  name: 'workbooks.undo-import',
  label: text.one.fourEyes.label,
  payload: OfImport,
  proposing: ACTIONS['workbooks.propose-undo'],
  approving: ACTIONS['workbooks.approve-undo'],
  carriedOutAs: 'officer',
  href: ({ importId }) => hrefs.import(importId),
});
