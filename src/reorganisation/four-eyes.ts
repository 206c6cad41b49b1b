import { z } from 'zod';
import { listedAct } from '#platform/access/four-eyes.ts';
import { hrefs } from './hrefs.ts';
import type { MergerId } from './merger-model.ts';
import { MergerPlan } from './merger-model.ts';
import { mergerWords as words } from './messages.vi.ts';
import { APPROVING, PROPOSING } from './permissions.ts';

/** Alliances that become one, or one that gets another name: proposed by one administrator, approved by another. */
export const MERGE = listedAct({
  name: 'reorganisation.merge',
  label: words.label,
  payload: MergerPlan,
  proposing: PROPOSING,
  approving: APPROVING,
  carriedOutAs: 'admin',
  href: ({ mergerId }) => hrefs.merger(mergerId),
});

/** Taking one back, while nothing has been done on top of it. */
export const UNDO = listedAct({
  name: 'reorganisation.undo',
  label: words.undoLabel,
  payload: z.object({ mergerId: z.uuid().transform((id) => id as MergerId), reason: z.string() }),
  proposing: PROPOSING,
  approving: APPROVING,
  carriedOutAs: 'admin',
  href: ({ mergerId }) => hrefs.merger(mergerId),
});
