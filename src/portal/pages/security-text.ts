import { pageCtx } from '#platform/http/submit.ts';
import { text } from '../messages.vi.ts';
import { siteIdentity } from '../queries.ts';
import { securityText } from '../security-text.ts';
import type { Route } from './+types/security-text.ts';

/** `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness; nothing here while the site names no mailbox. */
export const loader = async (args: Route.LoaderArgs): Promise<Response> => {
  const ctx = pageCtx(args);
  const body = securityText((await siteIdentity(ctx.read)).email, ctx.today);
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return body ? new Response(body, { headers }) : new Response(text.noContact, { status: 404, headers });
};
