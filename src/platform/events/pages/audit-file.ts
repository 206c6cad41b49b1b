import { csvFile } from '#kernel/csv.ts';
import { sendFile } from '#platform/http/submit.ts';
import type { SaidEntry } from '../audit-view.server.ts';
import { takeOutAudit } from '../audit-view.server.ts';
import { detail } from '../details.ts';
import { readLogAddress } from '../log-address.ts';
import { text } from '../messages.vi.ts';
import type { Route } from './+types/audit-file.ts';

const WHOLE = 30_000;

/** The filtered record as a comma separated file. */
export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const entries = await takeOutAudit(ctx, readLogAddress(new URL(args.request.url).searchParams));
    return {
      name: text.file.name(ctx.today),
      mediaType: 'text/csv; charset=utf-8',
      bytes: csvFile([text.file.heads, ...entries.map(rowOf)]),
    };
  });

function rowOf({ at, by, login, said, kind, subject, details, chain, position, hash, id }: SaidEntry) {
  const facts = details.map(([name, value]) => `${name}: ${detail(value, WHOLE)}`).join('; ');
  return [at, by, login, said, kind, subject, facts, chain, position, hash, id];
}
