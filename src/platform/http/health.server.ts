import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LoadingFacts } from '#platform/ui/page-facts.tsx';
import { text } from './messages.vi.ts';
import type { Metrics } from './metrics.server.ts';

export interface HealthOptions {
  readonly metrics: Metrics;
  /** Null when nothing is being loaded. */
  loading(): LoadingFacts | null;
  /** Fails when the database does not answer. */
  ping(): Promise<unknown>;
  mayReadMetrics(request: FastifyRequest): boolean;
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Figures are for programs on this machine, and for whoever shows the token. Behind a proxy on this machine the caller is
 * whom `X-Forwarded-For` names; and what comes under the public name is never taken for local, should the proxy not say.
 */
export function mayReadMetrics(
  request: Pick<FastifyRequest, 'ip' | 'host' | 'headers'>,
  { metricsToken, publicUrl }: { readonly metricsToken: string | undefined; readonly publicUrl: string | undefined },
): boolean {
  const [, shown = ''] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (metricsToken && shown !== '') return isSame(shown, metricsToken);
  const isPublicName = publicUrl !== undefined && new URL(publicUrl).host === request.host;
  return LOOPBACK.test(request.ip) && !isPublicName;
}

/** In a time that tells nothing of where two texts differ. */
function isSame(shown: string, secret: string): boolean {
  const [a, b] = [shown, secret].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** `/health`: the process is alive. `/ready`: the database answers and all data are in. `/metrics`: figures for Prometheus. */
export async function health(app: FastifyInstance, options: HealthOptions): Promise<void> {
  app.get('/health', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'alive' };
  });

  app.get('/ready', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const answer = await readiness(options).catch((error: unknown) => {
      request.log.error({ err: error }, 'the database does not answer');
      return { status: 'database-down' as const };
    });
    options.metrics.setReady(answer.status === 'ready');
    return reply.code(answer.status === 'ready' ? 200 : 503).send(answer);
  });

  app.get('/metrics', async (request, reply) => {
    if (!options.mayReadMetrics(request))
      return reply.code(403).type('text/plain; charset=utf-8').send(text.metricsDenied);
    reply.header('cache-control', 'no-store').type(options.metrics.registry.contentType);
    return await options.metrics.registry.metrics();
  });
}

async function readiness(options: HealthOptions) {
  await options.ping();
  const loading = options.loading();
  if (!loading) return { status: 'ready' as const };
  const { step, done, of } = loading;
  return { status: loading.hasFailed ? ('loading-failed' as const) : ('loading' as const), step, done, of };
}
