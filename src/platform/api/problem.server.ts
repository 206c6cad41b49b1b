import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import { statusOf } from '#platform/http/problem.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { text, titles } from './messages.vi.ts';

/** What goes wrong, in the form of RFC 9457. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().describe('Mã ổn định, ví dụ reporting.call.not-found'),
    requestId: z.string(),
    law: z.string().optional(),
    errors: z.array(z.object({ at: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

type ProblemBody = z.output<typeof Problem>;

/** Answers of a route that may be refused; spread into its `response`. */
export const problems = { '4xx': Problem } as const;

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Pick<ProblemBody, 'status' | 'code' | 'detail' | 'law' | 'errors'>,
): FastifyReply {
  const body: ProblemBody = {
    type: 'about:blank',
    title: titles[problem.status] ?? STATUS_CODES[problem.status] ?? '',
    requestId: request.id,
    ...problem,
  };
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body);
}

/** Every exception of a route ends here: refusals and wrong input are told, bugs are logged and only named by the request. */
export function answerError(error: FastifyError | Refused, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refused) return answerRefusal(error, request, reply);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      at: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      detail: issue.message ?? '',
    }));
    return sendProblem(request, reply, {
      status: 400,
      code: 'platform.api.invalid-input',
      detail: text.invalidInput,
      errors,
    });
  }
  const status = error.statusCode ?? 500;
  if (status < 500)
    return sendProblem(request, reply, {
      status,
      code: 'platform.api.bad-request',
      detail: titles[status] ?? text.invalidInput,
    });
  request.log.error({ err: error }, 'an API call failed');
  return sendProblem(request, reply, { status: 500, code: 'platform.failed', detail: text.failed });
}

function answerRefusal(error: Refused, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, law } = error.refusal;
  const status = statusOf(error.refusal);
  if (status === 403 && request.ctx.actor.accountId === null && request.ctx.actor.grants.length === 0)
    return sendProblem(request, reply, {
      status: 401,
      code: 'platform.access.sign-in-first',
      detail: text.signInFirst,
    });
  const detail = sayRefusal(error.refusal);
  return sendProblem(request, reply, {
    status: unreadable(code) ? 400 : status,
    code,
    detail,
    ...(law ? { law } : {}),
  });
}

/** A name or cursor that cannot be read is wrong input, not a conflict. */
function unreadable(code: string): boolean {
  return /\.(cursor-unreadable|unreadable-name)$/.test(code);
}
