import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import fastify, { LogController } from 'fastify';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import { requestSpan } from '#platform/trace/trace.server.ts';
import { securityHeaders } from './headers.server.ts';
import type { Metrics } from './metrics.server.ts';
import { areaOf } from './metrics.server.ts';

export interface AppOptions {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly publicUrl: string | undefined;
  /** Folder of the built client; left out in tests of the API. */
  readonly clientFolder?: string;
}

/** Six workbooks over a slow line of a district take minutes. */
const REQUEST_MS_MAX = 10 * 60_000;
const YEAR_MS = 365 * 86_400_000;

/** The HTTP server without any route of the product: ids, logs, figures, headers, assets. */
export async function makeApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => v7(),
    trustProxy: 'loopback',
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    // Whoever sends a body drop by drop holds a connection no longer than this.
    requestTimeout: REQUEST_MS_MAX,
    routerOptions: { ignoreTrailingSlash: true },
  });
  watchRequests(app, options);
  app.setNotFoundHandler(async (_request, reply) =>
    reply.code(404).type('text/plain; charset=utf-8').send('Không có tệp này.'),
  );
  app.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(securityHeaders(isHttps(request, options.publicUrl))))
      if (!reply.hasHeader(name)) reply.header(name, value);
    reply.header('x-request-id', request.id);
  });
  if (options.clientFolder) await serveAssets(app, options.clientFolder);
  return app;
}

export function isHttps(request: FastifyRequest, publicUrl: string | undefined): boolean {
  return request.protocol === 'https' || (publicUrl?.startsWith('https:') ?? false);
}

/** The origins that are this site, for telling a foreign page's request from our own. */
export function ownOrigins(request: FastifyRequest, publicUrl: string | undefined): readonly string[] {
  return [`${request.protocol}://${request.host}`, ...(publicUrl ? [publicUrl] : [])];
}

function watchRequests(app: FastifyInstance, { metrics }: AppOptions): void {
  app.addHook('onRequest', (request, reply, done) => {
    const begun = performance.now();
    const pathname = request.url.split('?', 1)[0] ?? '/';
    const span = requestSpan(
      { 'http.request.method': request.method, 'hopluc.area': areaOf(pathname), 'hopluc.request_id': request.id },
      headerOf(request, 'traceparent'),
    );
    reply.raw.once('close', () => {
      const ms = performance.now() - begun;
      const status = reply.raw.statusCode;
      span.end(status);
      metrics.observe({ method: request.method, area: areaOf(pathname), status, seconds: ms / 1000 });
      request.log.info({ method: request.method, path: pathname, status, ms: Math.round(ms) }, 'answered');
    });
    span.within(done);
  });
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** Names of assets carry a hash of their content, so they may be kept for ever. */
async function serveAssets(app: FastifyInstance, clientFolder: string): Promise<void> {
  const root = path.join(clientFolder, 'assets');
  if (!existsSync(root)) throw new Error(`the built client is not in ${root}; run "npm run build"`);
  await app.register(fastifyStatic, {
    root,
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: YEAR_MS,
    preCompressed: true,
    decorateReply: false,
  });
}
