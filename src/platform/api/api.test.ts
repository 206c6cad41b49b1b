import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { TestApi } from '#platform/testing/api.ts';
import { testApi } from '#platform/testing/api.ts';
import { testSystem } from '#platform/testing/system.ts';
import type { ApiSlice } from './api.server.ts';
import { problems } from './problem.server.ts';
import { PageQuery, pageOf, readCursor, writeCursor } from './schemas.ts';

const sample: ApiSlice = async (routes) => {
  routes.get(
    '/numbers',
    { schema: { querystring: PageQuery, response: { 200: pageOf(z.number()), ...problems } } },
    async ({ query }) => {
      const [from] = query.cursor ? readCursor(query.cursor, z.tuple([z.number()])) : [0];
      const items = Array.from({ length: query.limit }, (_, index) => from + index);
      return { items, next: writeCursor([from + query.limit]) };
    },
  );
  routes.get('/secret', async () => {
    throw new Refused({ code: 'platform.access.denied', facts: {} });
  });
  routes.get('/closed', async () => {
    throw new Refused({ code: 'sample.period.closed', facts: {}, law: '17/2023/QH15 Đ.1' });
  });
  routes.get('/broken', async () => {
    throw new Error('a password in a message: bí mật');
  });
};

let api: TestApi;

beforeAll(async () => {
  api = await testApi(await testSystem(), [sample]);
});

test('a list goes on where its cursor says, and a cursor of one’s own making is refused', async () => {
  const first = await api.get('/api/v1/numbers?limit=3');
  const second = await api.get(`/api/v1/numbers?limit=2&cursor=${first.body.next}`);
  const forged = await api.get(`/api/v1/numbers?cursor=${Buffer.from('["x"]').toString('base64url')}`);

  expect([first.body.items, second.body.items]).toEqual([
    [0, 1, 2],
    [3, 4],
  ]);
  expect(forged).toMatchObject({ status: 400, body: { code: 'platform.api.cursor-unreadable' } });
});

test.each(['0', '201', 'nhiều'])('a page of %s rows is refused', async (limit) => {
  expect(await api.get(`/api/v1/numbers?limit=${limit}`)).toMatchObject({
    status: 400,
    body: { errors: [{ at: 'limit' }] },
  });
});

test('IAM-01 without a session it is 401, without the right 403', async () => {
  const officer = [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] as const;

  expect(await api.get('/api/v1/secret')).toMatchObject({
    status: 401,
    body: { code: 'platform.access.sign-in-first' },
  });
  expect(await api.get('/api/v1/secret', { grants: officer })).toMatchObject({
    status: 403,
    body: { code: 'platform.access.denied' },
  });
});

test('a lawful no is 409 with its ground', async () => {
  expect(await api.get('/api/v1/closed')).toMatchObject({
    status: 409,
    body: { code: 'sample.period.closed', law: '17/2023/QH15 Đ.1' },
  });
});

test('a bug is 500 and tells nothing but the number of the request', async () => {
  const { status, body } = await api.get('/api/v1/broken');

  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain('bí mật');
  expect(body.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test('an address that the API does not have is 404 in its own form', async () => {
  expect(await api.get('/api/v1/khong-co')).toMatchObject({ status: 404, body: { code: 'platform.api.not-found' } });
});

test('the description is OpenAPI 3.1 and names every route with its answers', async () => {
  const { body } = await api.get('/api/openapi.json');

  expect(body.openapi).toBe('3.1.0');
  expect(Object.keys(body.paths)).toEqual(['/api/v1/numbers', '/api/v1/secret', '/api/v1/closed', '/api/v1/broken']);
  expect(body.paths['/api/v1/numbers'].get.responses['4XX'].content['application/problem+json'].schema.$ref).toBe(
    '#/components/schemas/Problem',
  );
});

test('the description names no schema twice and no bound that nobody set', async () => {
  const { body } = await api.get('/api/openapi.json');

  expect(Object.keys(body.components.schemas)).toEqual(['Problem']);
  expect(JSON.stringify(body)).not.toContain('9007199254740991');
});

test('the page for people is drawn from the same document and needs no script and no other host', async () => {
  const page = await api.get('/api/docs');

  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.body).toContain('GET /api/v1/numbers');
  expect(page.body).not.toMatch(/<script|https?:\/\//);
});
