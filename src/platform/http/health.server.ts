import type { FastifyInstance } from 'fastify';
import type { LoadingFacts } from '#platform/ui/page-facts.tsx';
import type { Metrics } from './metrics.server.ts';

export interface HealthOptions {
  readonly metrics: Metrics;
  /** Null when nothing is being loaded. */
  loading(): LoadingFacts | null;
  /** Fails when the database does not answer. */
  ping(): Promise<unknown>;
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

  app.get('/metrics', async (_request, reply) => {
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
