import { pino } from 'pino';
import { afterAll } from 'vitest';
import type { ApiSlice } from '#platform/api/api.server.ts';
import { api } from '#platform/api/api.server.ts';
import type { Grant } from '#platform/ctx.ts';
import { NOBODY } from '#platform/door.server.ts';
import { makeApp } from '#platform/http/app.server.ts';
import { makeMetrics } from '#platform/http/metrics.server.ts';
import type { TestSystem } from './system.ts';
import { testCtx } from './system.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the API answers
  readonly body: any;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}

export interface TestApi {
  /** Calls as a person with these grants; as nobody when left out. On 2024-06-24 unless said otherwise. */
  get(url: string, how?: { readonly grants?: readonly Grant[]; readonly today?: string }): Promise<Answer>;
}

/** The API of these slices on a test system, without a socket. Every answer is checked against its own description. */
export async function testApi(system: TestSystem, slices: readonly ApiSlice[]): Promise<TestApi> {
  const app = await makeApp({ log: pino({ level: 'silent' }), metrics: makeMetrics(), publicUrl: undefined });
  afterAll(async () => await app.close());
  let caller = system.ctx(NOBODY, new Date('2024-06-24T02:00:00Z'));
  await app.register(api, {
    prefix: '/api',
    slices,
    enter: async () => caller,
    ownOrigins: () => [],
    tooMany: async () => undefined,
  });
  return {
    async get(url, how = {}) {
      const today = how.today ?? '2024-06-24';
      caller = how.grants
        ? testCtx(system, { grants: how.grants, today })
        : system.ctx(NOBODY, new Date(`${today}T02:00:00Z`));
      const answer = await app.inject(url);
      const isJson = String(answer.headers['content-type']).includes('json');
      return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, headers: answer.headers };
    },
  };
}
