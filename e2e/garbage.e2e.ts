import type { RouteConfigEntry } from '@react-router/dev/routes';
import { beforeAll, expect, inject, test } from 'vitest';
import routes from '../src/routes.ts';

const PARTS = ['x', "'", '..%2f..%2fetc%2fpasswd', '9'.repeat(300), '%E0%A4%A', '01902937-2c00-72bd-a455-b7c6243abf66'];
const SEARCH =
  '?o=x&bieu=z&sau=abc&truoc=%FF&tim=%27&ky=zz&lien-minh=1&limit=abc&cursor=@@&on=1&xa=1&sap=x&ban=99999999999';
const BODIES = [{}, { act: 'x', seenVersion: 'abc', field: '1', 'units[]': 'x' }];

const paths = pathsOf(routes as readonly RouteConfigEntry[], '');
let cookie = '';

beforeAll(async () => {
  const body = new URLSearchParams({ login: 'quan-tri', password: inject('demoPassword') });
  const answer = await fetch(`${inject('baseUrl')}/dang-nhap`, { method: 'POST', body, redirect: 'manual' });
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});

function pathsOf(entries: readonly RouteConfigEntry[], above: string): readonly string[] {
  return entries.flatMap((entry) => {
    const path = `${above}/${entry.path ?? ''}`.replaceAll(/\/+/g, '/');
    return [path, ...pathsOf(entry.children ?? [], path)];
  });
}

async function failures(
  calls: readonly { readonly url: string; readonly init?: RequestInit }[],
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { url, init } of calls) {
    const answer = await fetch(`${inject('baseUrl')}${url}`, {
      redirect: 'manual',
      ...init,
      headers: { cookie, ...init?.headers },
    });
    await answer.arrayBuffer();
    if (answer.status >= 500) failed.push(`${answer.status} ${init?.method ?? 'GET'} ${url}`);
  }
  return failed;
}

test('no address that somebody makes up breaks a page', async () => {
  const made = paths.flatMap((path) =>
    path.includes(':') ? PARTS.map((part) => path.replaceAll(/:\w+/g, part)) : [path],
  );

  expect(paths.length).toBeGreaterThan(20);
  expect(await failures(made.flatMap((url) => [{ url }, { url: `${url}${SEARCH}` }]))).toEqual([]);
});

test('no form that somebody makes up breaks a page', async () => {
  const made = paths.filter((path) => path !== '/dang-xuat').map((path) => path.replaceAll(/:\w+/g, 'x'));
  const calls = made.flatMap((url) =>
    BODIES.map((body) => ({ url, init: { method: 'POST', body: new URLSearchParams(body) } })),
  );

  expect(await failures(calls)).toEqual([]);
});

test('no address that somebody makes up breaks the API', async () => {
  const description = await (await fetch(`${inject('baseUrl')}/api/openapi.json`)).json();
  const made = Object.keys(description.paths).flatMap((path) => PARTS.map((part) => path.replaceAll(/\{\w+\}/g, part)));

  expect(made.length).toBeGreaterThan(50);
  expect(await failures(made.flatMap((url) => [{ url }, { url: `${url}${SEARCH}` }]))).toEqual([]);
});
