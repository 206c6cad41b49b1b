import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { roleNames } from '#platform/auth/messages.vi.ts';
import { testApi } from '#platform/testing/api.ts';
import { testSystem } from '#platform/testing/system.ts';
import { API_SLICES } from '../src/api.ts';
import routes from '../src/routes.ts';
import { COLUMNS, nameOf, spread } from './matrix/model.ts';
import { ROWS } from './matrix/rows.ts';
import { ROOT } from './source.ts';

interface Entry {
  readonly path?: string;
  readonly index?: boolean;
  readonly file: string;
  readonly children?: readonly Entry[];
}
interface Page {
  readonly route: string;
  readonly text: string;
}

function pagesOf(entries: readonly Entry[], above = ''): readonly Page[] {
  return entries.flatMap(({ path: own, index, file, children }) => {
    const route = `${above}/${own ?? ''}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
    const isPage = own !== undefined || index === true;
    const here = isPage ? [{ route, text: readFileSync(fileOf(file), 'utf8') }] : [];
    return [...here, ...pagesOf(children ?? [], route)];
  });
}

function fileOf(file: string): string {
  const found = [path.join(ROOT, 'src', file), file].find((each) => existsSync(each));
  if (!found) throw new Error(`no file ${file}`);
  return found;
}

const pages = pagesOf(routes as readonly Entry[]);
const got = new Set(ROWS.filter((row) => row.method === 'GET').map((row) => row.route));
const posted = ROWS.filter((row) => row.method === 'POST');

test('IAM-01 every page and file of the route table has a row in the matrix', () => {
  const missing = pages.filter(({ route }) => !got.has(route)).map(({ route }) => route);

  expect(pages.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});

test('IAM-01 every form has a row, and so has each of its acts', () => {
  const missing = pages
    .filter(({ text }) => /export const action\b/.test(text))
    .flatMap(({ route, text }) => {
      const acts = actsOf(text);
      const known = posted.filter((row) => row.route === route).map((row) => row.act);
      const left = acts.length === 0 && known.length === 0 ? ['any'] : acts.filter((act) => !known.includes(act));
      return left.map((act) => `POST ${route} (${act})`);
    });

  expect(missing).toEqual([]);
});

/** The values of the field that says which act a form is: `act`, `viec` or `intent`; and those of a proposal's panel. */
function actsOf(text: string): readonly string[] {
  const [, beside] = /from '(\.\/[\w-]+-acts\.ts)'/.exec(text) ?? [];
  const source = beside ? text + readFileSync(path.join(ROOT, 'src/reporting/pages', beside), 'utf8') : text;
  const said = [...source.matchAll(/\b(?:act|viec|intent): z\.(?:literal\(('[^']+')\)|enum\(\[([^\]]+)\]\))/g)];
  const ofTwo = new Set(
    [...text.matchAll(/\b(Approve|Decline|Withdraw)Form\b/g)].map(([, act = '']) => act.toLowerCase()),
  );
  const own = said.flatMap(([, one, several]) =>
    [...(one ?? several ?? '').matchAll(/'([^']+)'/g)].map(([, act = '']) => act),
  );
  return [...own, ...ofTwo];
}

test('IAM-01 every operation of the interface has a row', async () => {
  const api = await testApi(await testSystem(), API_SLICES);
  const { body } = await api.get('/api/openapi.json');
  const operations = Object.entries(body.paths as Record<string, Record<string, unknown>>).flatMap(([route, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), route })),
  );
  const missing = operations
    .filter(({ method, route }) => !ROWS.some((row) => row.method === method && row.route === route))
    .map(({ method, route }) => `${method} ${route}`);

  expect(operations.length).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});

test('IAM-01 every role has a column, and every row says what each person is answered', () => {
  const roles = new Set<string>(Object.values(COLUMNS).map(({ role }) => role));

  expect(Object.keys(roleNames).filter((role) => !roles.has(role))).toEqual([]);
  expect(ROWS.flatMap((row) => spread(row).problems)).toEqual([]);
});

test('a row of the matrix is of an address that exists, and is there once', () => {
  const known = new Set(pages.map(({ route }) => route));
  const isOfApi = (route: string) => route.startsWith('/api/') || ['/health', '/ready', '/metrics'].includes(route);
  const names = ROWS.map((row) => `${nameOf(row)} ${row.address}`);

  expect(ROWS.filter(({ route }) => !known.has(route) && !isOfApi(route)).map(nameOf)).toEqual([]);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
