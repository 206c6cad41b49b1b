import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present } from '#kernel/assert.ts';
import { sessionCookie } from '#platform/auth/sessions.server.ts';
import type { Answer, Row, Who } from '../tools/matrix/model.ts';
import { COLUMNS, nameOf, spread } from '../tools/matrix/model.ts';
import { ROWS } from '../tools/matrix/rows.ts';
import { startServer } from './global-setup.ts';
import type { Arranged } from './matrix-arrangement.ts';
import { arrange, NOW } from './matrix-arrangement.ts';

const PEOPLE = Object.keys(COLUMNS) as readonly Who[];
/** Signing out ends the sessions of all others' rows, so it comes last. */
const LAST = '/dang-xuat';
const ROWS_IN_ORDER = [...ROWS].sort((a, b) => Number(a.route === LAST) - Number(b.route === LAST));

let baseUrl = '';
let arranged: Arranged;
let stop: () => Promise<void> = async () => {};

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-matrix-'));
  const server = startServer(folder, { HOPLUC_DEMO: '0', HOPLUC_NOW: NOW.toISOString() });
  stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  baseUrl = await server.baseUrl;
  arranged = await arrange(folder);
});
afterAll(async () => await stop());

async function answerTo(who: Who, row: Row, token = arranged.tokens.get(who)): Promise<Answer | string> {
  const response = await fetch(baseUrl + filled(row.address, who), {
    method: row.method,
    redirect: 'manual',
    headers: { ...(token ? { cookie: cookieOf(token) } : {}), accept: 'text/html,application/json' },
    ...(row.method === 'POST' ? { body: bodyOf(row, who) } : {}),
  });
  await response.arrayBuffer();
  return answerOf(row, response.status, response.headers.get('location'));
}

function cookieOf(token: string): string {
  return present(sessionCookie(token, false).split(';')[0], 'a cookie has a name and a value');
}

function answerOf(row: Row, status: number, location: string | null): Answer | string {
  if (status === 401 || (status === 302 && location?.startsWith('/dang-nhap'))) return 'sign-in';
  if (status === 403) return 'denied';
  if (status === 404) return 'hidden';
  if (status >= 500) return `a fault of ours (${status})`;
  if (row.method === 'GET') return [200, 302].includes(status) ? 'sees' : `status ${status}`;
  return [200, 302, 409, 422, 429].includes(status) ? 'does' : `status ${status}`;
}

function bodyOf(row: Row, who: Who): FormData | URLSearchParams {
  const fields = Object.entries(row.form).map(([name, value]) => [name, filled(value, who)] as const);
  if (!Object.values(row.form).includes('{file}')) return new URLSearchParams(fields as [string, string][]);
  const form = new FormData();
  for (const [name, value] of fields)
    if (value === '{file}') form.append(name, new Blob(['không phải tệp']), 'x.xlsx');
    else form.append(name, value);
  return form;
}

/** What was arranged for this person, else for all. */
function filled(text: string, who: Who): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    name === 'file'
      ? whole
      : present(arranged.known[`${name} ${who}`] ?? arranged.known[name], `${name} has been arranged`),
  );
}

/** Ids that can be tried: whoever may not know of the thing must not learn that it exists. Before anybody signs out. */
const IDS = /\{(organisationId|importId|uploadId)\}/;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

test('IAM-01 what is hidden from a person answers to the letter like what is not there', async () => {
  const rows = ROWS.filter(({ address, method }) => method === 'GET' && IDS.test(address));
  const wrong: string[] = [];
  for (const row of rows)
    for (const [who] of [...spread(row).answers].filter(([, answer]) => answer === 'hidden')) {
      const [there, nowhere] = [row.address, row.address.replace(IDS, randomUUID())].map((each) => filled(each, who));
      const words = await wordsAt(there ?? '', who);
      if (!words.startsWith('404 ') || words !== (await wordsAt(nowhere ?? '', who)))
        wrong.push(`${nameOf(row)}: ${who}`);
    }

  expect(rows.length).toBeGreaterThan(5);
  expect(wrong).toEqual([]);
});

/** Status and words, without the ids of the thing and of the request. */
async function wordsAt(address: string, who: Who): Promise<string> {
  const token = present(arranged.tokens.get(who), 'whoever finds nothing has signed in');
  const response = await fetch(baseUrl + address, { headers: { cookie: cookieOf(token) }, redirect: 'manual' });
  return `${response.status} ${(await response.text()).replaceAll(UUID, '')}`;
}

function fits(answer: string, expected: Answer | undefined): boolean {
  return answer === expected || (expected === 'turned-away' && ['denied', 'hidden'].includes(answer));
}

for (const row of ROWS_IN_ORDER)
  test(`IAM-01 ${nameOf(row)}`, async () => {
    const { answers } = spread(row);
    const asked = await Promise.all(PEOPLE.map(async (who) => ({ who, answer: await answerTo(who, row) })));
    const wrong = asked
      .filter(({ who, answer }) => !fits(answer, answers.get(who)))
      .map(({ who, answer }) => `${who}: ${answer} instead of ${answers.get(who)}`);

    expect(wrong.join('\n')).toBe('');
  });

/** The pages of the door say something else to whoever is half through it. */
const AT_THE_DOOR = /^\/dang-/;

test('IAM-02 an administrator who owes a second factor is answered as the public everywhere', async () => {
  const rows = ROWS.filter(({ route }) => !AT_THE_DOOR.test(route));
  const asked = await Promise.all(
    rows.map(async (row) => ({
      row,
      expected: spread(row).answers.get('public'),
      answer: await answerTo('public', row, arranged.owing),
    })),
  );
  const wrong = asked
    .filter(({ answer, expected }) => answer !== expected)
    .map(({ row, answer, expected }) => `${nameOf(row)}: ${answer} instead of ${expected}`);

  expect(rows.length).toBeGreaterThan(100);
  expect(wrong.join('\n')).toBe('');
});
