import type { FastifyInstance } from 'fastify';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DocsPage } from './docs-page.tsx';
import type { ApiDocument } from './openapi.server.ts';
import { tidyDocument } from './openapi.server.ts';

/** The description of the API for programs, and the same for people. It does not change while the server runs. */
export async function docs(app: FastifyInstance): Promise<void> {
  let document: ApiDocument | undefined;
  const described = () => {
    document ??= tidyDocument(app.swagger() as unknown as ApiDocument);
    return document;
  };

  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .serializer((value: unknown) => JSON.stringify(value))
      .send(described()),
  );

  app.get('/docs', { schema: { hide: true } }, async (_request, reply) => {
    const html = renderToStaticMarkup(createElement(DocsPage, { document: described() }));
    return reply.type('text/html; charset=utf-8').serializer(String).send(`<!doctype html>${html}`);
  });
}
