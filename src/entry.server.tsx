import { renderToString } from 'react-dom/server';
import type { EntryContext, RouterContextProvider } from 'react-router';
import { isRouteErrorResponse, ServerRouter } from 'react-router';
import { pageRequest } from '#platform/http/context.ts';
import { PageFactsProvider } from '#platform/ui/page-facts.tsx';
import './panels.ts';

/** Draws the whole page at once: every loader has answered, and nothing streams. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Response {
  const { facts } = context.get(pageRequest);
  const { serverHandoffStream: _unread, ...entry } = routerContext;
  const html = renderToString(
    <PageFactsProvider value={facts}>
      <ServerRouter context={entry} url={request.url} />
    </PageFactsProvider>,
  );
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(`<!doctype html>${html}`, { status, headers });
}

/** Bugs are logged with the request's id; refusals and wrong addresses are not bugs. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: RouterContextProvider },
): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.get(pageRequest).log.error({ err: error }, 'a page failed');
}
