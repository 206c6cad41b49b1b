import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { text } from './messages.vi.ts';

/** The reader writes its own style elements; it runs no inline script and asks no other host for anything. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONFIGURATION = {
  withDefaultFonts: false,
  hideClientButton: true,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  documentDownloadType: 'json',
};

/** The description of the API for programs, and the same for people. */
export async function docs(app: FastifyInstance): Promise<void> {
  let script: Promise<string> | undefined;

  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('application/json')
      .serializer((value: unknown) => JSON.stringify(value))
      .send(app.swagger()),
  );

  app.get('/docs', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', POLICY).serializer(String).send(page()),
  );

  app.get('/docs/reader.js', { schema: { hide: true } }, async (_request, reply) => {
    script ??= readerScript();
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .serializer(String)
      .send(await script);
  });
}

function page(): string {
  const configuration = JSON.stringify(CONFIGURATION).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${text.docsTitle}</title></head><body>
<noscript><p>${text.needsScript} <a href="/api/openapi.json">openapi.json</a></p></noscript>
<script id="api-reference" type="application/json" data-url="/api/openapi.json" data-configuration="${configuration}"></script>
<script src="/api/docs/reader.js"></script></body></html>`;
}

/** The reader is some megabytes of text inside its package, which hands it out only as a route: fetched at the first visit. */
async function readerScript(): Promise<string> {
  const { default: reference } = await import('@scalar/fastify-api-reference');
  const inner = fastify();
  await inner.register(reference, { routePrefix: '/reader', configuration: { url: '/api/openapi.json' } });
  const answer = await inner.inject('/reader/js/scalar.js');
  await inner.close();
  return answer.body;
}
