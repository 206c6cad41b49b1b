import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Refusal } from '#kernel/refusal.ts';
import { refuseIf } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { hasNul, isForeignWrite } from '#platform/http/headers.server.ts';
import { docs } from './docs.server.ts';
import { text } from './messages.vi.ts';
import { answerError, sendProblem } from './problem.server.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls, and when; set before any route of the API runs. */
    ctx: Ctx;
  }
}

/** The JSON face of one slice: its routes below `/api/v1`. */
export type ApiSlice = FastifyPluginAsyncZod;

export interface ApiOptions {
  readonly slices: readonly ApiSlice[];
  /** Who sent the request. */
  enter(request: FastifyRequest): Promise<Ctx>;
  ownOrigins(request: FastifyRequest): readonly string[];
  /** Why this costly request of this caller comes too often; undefined when it does not. */
  tooMany(request: FastifyRequest, ctx: Ctx): Promise<Refusal | undefined>;
}

/** `/api/v1/…`, its description `/api/openapi.json` and the page to read it, `/api/docs`. */
export async function api(app: FastifyInstance, options: ApiOptions): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.decorateRequest('ctx');
  app.addHook('onRequest', async (request, reply) => {
    if (isForeignWrite(request.raw, options.ownOrigins(request)))
      return sendProblem(request, reply, { status: 403, code: 'platform.access.foreign', detail: text.foreign });
    if (hasNul(request.url))
      return sendProblem(request, reply, { status: 400, code: 'platform.api.bad-request', detail: text.invalidInput });
    request.ctx = await options.enter(request);
    refuseIf(await options.tooMany(request, request.ctx));
    reply.header('cache-control', request.ctx.actor.accountId ? 'no-store' : 'no-cache').header('vary', 'Cookie');
    return undefined;
  });
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: text.document.title, description: text.document.description, version: '1' },
      components: {
        securitySchemes: {
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'hopluc_session',
            description: text.document.session,
          },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(docs);
  await app.register(
    async (v1) => {
      for (const slice of options.slices) await v1.register(slice);
    },
    { prefix: '/v1' },
  );
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/*',
    schema: { hide: true },
    handler: async (request, reply) =>
      sendProblem(request, reply, { status: 404, code: 'platform.api.not-found', detail: text.noSuchAddress }),
  });
}
