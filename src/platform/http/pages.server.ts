import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { createRequest } from '@remix-run/node-fetch-server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerBuild } from 'react-router';
import { createRequestHandler, RouterContextProvider } from 'react-router';
import type { Refusal } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { PageRequest } from './context.ts';
import { pageRequest } from './context.ts';
import { hasNul, isForeignWrite, securityHeaders } from './headers.server.ts';

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/;
/** What a browser sends; nothing else has a meaning here, and no header or field puts another in its place. */
const METHODS = ['GET', 'HEAD', 'POST'];
const COMPRESS_FROM_BYTES = 1024;
const COMPRESSIBLE = /^(text\/|application\/(json|xml|javascript|problem\+json|rss\+xml|atom\+xml)|image\/svg)/;

export interface PagesOptions {
  readonly build: ServerBuild;
  /** Who sent the request, and what the frame around its page shows. */
  enter(request: FastifyRequest): Promise<Omit<PageRequest, 'turnedAway'>>;
  ownOrigins(request: FastifyRequest): readonly string[];
  isHttps(request: FastifyRequest): boolean;
  /** How many bytes of the body are read. */
  bodyBytesMax(path: string, isMultipart: boolean, isSignedIn: boolean): number;
  /** Why this costly request of this caller comes too often; undefined when it does not. */
  tooMany(request: FastifyRequest, ctx: Ctx): Promise<Refusal | undefined>;
}

/** Hands every address that nothing else answers to the pages. Fastify must not read their bodies. */
export async function pages(app: FastifyInstance, options: PagesOptions): Promise<void> {
  const draw = createRequestHandler(options.build, process.env.NODE_ENV);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.all('/*', async (request, reply) => {
    reply.hijack();
    try {
      await send(request, reply, await answer(request, reply, draw, options), options.isHttps(request));
    } catch (error) {
      request.log.error({ err: error }, 'a request for a page failed');
      if (!reply.raw.headersSent) reply.raw.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      reply.raw.end(`Hệ thống gặp lỗi. Mã sự cố: ${request.id}`);
    }
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  draw: ReturnType<typeof createRequestHandler>,
  options: PagesOptions,
): Promise<Response> {
  if (!METHODS.includes(request.method)) {
    reply.raw.setHeader('connection', 'close');
    return plain(405, 'Trang này không nhận thao tác đó.', { allow: METHODS.join(', ') });
  }
  if (isForeignWrite(request.raw, options.ownOrigins(request)))
    return plain(403, 'Yêu cầu đến từ trang khác nên không được thực hiện. Hãy mở lại trang này rồi làm lại.');
  const pathname = request.url.split('?', 1)[0] ?? '/';
  // Pages do not hydrate, so nobody of ours asks for loaders' data.
  if (pathname.endsWith('.data')) return plain(404, 'Không có trang này.');
  if (request.headers['transfer-encoding'] && request.headers['content-length'] === undefined)
    return plain(411, 'Yêu cầu phải nói rõ độ dài.');
  const entered = await options.enter(request);
  const bytesMax = options.bodyBytesMax(pathname, isMultipart(request), entered.ctx.actor.accountId !== null);
  const turnedAway = statusBefore(request, bytesMax) ?? (await options.tooMany(request, entered.ctx)) ?? null;
  if (turnedAway !== null) reply.raw.setHeader('connection', 'close');
  const context = new RouterContextProvider();
  context.set(pageRequest, { ...entered, turnedAway });
  return await draw(
    createRequest(request.raw, reply.raw, { protocol: options.isHttps(request) ? 'https:' : 'http:' }),
    context,
  );
}

/** What no page could make sense of: an address with a NUL, a body too large, a body that is no form. */
function statusBefore(request: FastifyRequest, bytesMax: number): 400 | 413 | 415 | null {
  if (hasNul(request.url)) return 400;
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return 413;
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
  return isWrite && !FORM.test(request.headers['content-type'] ?? '') ? 415 : null;
}

function isMultipart(request: FastifyRequest): boolean {
  return request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
}

function plain(status: number, sentence: string, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(sentence, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...more } });
}

/** `hijack` passes over Fastify's hooks, so headers and compression happen here. */
async function send(request: FastifyRequest, reply: FastifyReply, response: Response, isHttps: boolean): Promise<void> {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders(isHttps)))
    if (!headers.has(name)) headers.set(name, value);
  headers.set('x-request-id', request.id);
  headers.append('vary', 'Cookie');
  if (!headers.has('cache-control')) headers.set('cache-control', cacheControlOf(request));
  const body = await compressed(request, headers, Buffer.from(await response.arrayBuffer()));
  if (response.status !== 204 && response.status !== 304) headers.set('content-length', String(body.byteLength));
  const flat = [...headers].filter(([name]) => name !== 'set-cookie');
  reply.raw.statusCode = response.status;
  for (const [name, value] of flat) reply.raw.setHeader(name, value);
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) reply.raw.setHeader('set-cookie', cookies);
  reply.raw.end(request.method === 'HEAD' ? undefined : body);
}

/** What a person signed in sees is kept nowhere; public pages may be kept, and are asked about each time. */
function cacheControlOf(request: FastifyRequest): string {
  const isOffice = /^\/(van-phong|dang-|cai-dat)/.test(request.url);
  return isOffice || request.headers.cookie ? 'no-store' : 'no-cache';
}

async function compressed(request: FastifyRequest, headers: Headers, body: Buffer): Promise<Buffer> {
  if (!COMPRESSIBLE.test(headers.get('content-type') ?? '') || headers.has('content-encoding')) return body;
  headers.append('vary', 'Accept-Encoding');
  if (body.byteLength < COMPRESS_FROM_BYTES) return body;
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) {
    headers.set('content-encoding', 'br');
    return await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  }
  if (/\bgzip\b/.test(accepted)) {
    headers.set('content-encoding', 'gzip');
    return await promisify(gzip)(body, { level: 6 });
  }
  return body;
}
