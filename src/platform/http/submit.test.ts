import { RouterContextProvider } from 'react-router';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { Refused } from '#kernel/refusal.ts';
import type { Actor } from '#platform/ctx.ts';
import { NOBODY } from '#platform/door.server.ts';
import { registerRefusals } from '#platform/i18n/words.ts';
import type { PageRequest } from './context.ts';
import { pageRequest } from './context.ts';
import { load, sendFile, submit } from './submit.ts';

const PERSON: Actor = { accountId: null, name: 'Người thử', grants: [{ role: 'officer', scope: 'alliance:LMHTX-NA' }] };
const Send = z.object({
  amount: z.coerce.number('Hãy nhập một số.'),
  units: z.array(z.string()).default([]),
  password: z.string().optional(),
});

beforeAll(() =>
  registerRefusals({
    'test.unit.closed': (facts: { unit: string }) => `${facts.unit} đã đóng.`,
    'test.unit.not-found': () => 'Không có đơn vị này.',
    'test.amount.too-big': () => 'Số quá lớn.',
  }),
);

const noted: string[] = [];

function args(how: { actor?: Actor; form?: Record<string, string | string[]>; url?: string } = {}) {
  const context = new RouterContextProvider();
  const noteRefused = async ({ code }: { code: string }) => void noted.push(code);
  context.set(pageRequest, { ctx: { actor: how.actor ?? PERSON }, noteRefused } as unknown as PageRequest);
  const form = new FormData();
  for (const [name, value] of Object.entries(how.form ?? {})) for (const one of [value].flat()) form.append(name, one);
  const init = how.form ? { method: 'POST', body: form } : {};
  return { context, request: new Request(how.url ?? 'http://localhost/van-phong/so-bo?tim=x', init) };
}

async function refused(code: string, facts: Record<string, unknown> = {}): Promise<never> {
  throw new Refused({ code, facts, law: '17/2023/QH15 Đ.1' });
}

test('input that does not parse comes back as 422 with a sentence at the field and what was typed', async () => {
  const answer = await submit(
    args({ form: { amount: 'mười', 'units[]': ['A', 'B'], password: 'bí mật' } }),
    Send,
    async () => 'done',
  );

  expect(answer).toMatchObject({
    init: { status: 422 },
    data: { fields: { amount: 'Hãy nhập một số.' }, refusal: null, values: { amount: 'mười', units: ['A', 'B'] } },
  });
  expect(JSON.stringify(answer)).not.toContain('bí mật');
});

test('X-04 a control character is told at its field, and the work never sees it', async () => {
  const answer = await submit(args({ form: { amount: '5', 'units[]': ['A\0', 'B'] } }), Send, async () => 'done');

  expect(answer).toMatchObject({
    init: { status: 422 },
    data: { fields: { units: expect.stringContaining('ký tự điều khiển') } },
  });
});

test('a body that only says that it is a form is a bad request, not a bug', async () => {
  const broken = new Request('http://localhost/x', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: 'no parts here',
  });

  await expect(submit({ ...args(), request: broken }, Send, async () => 'done')).rejects.toMatchObject({
    init: { status: 400 },
  });
});

test('names that end in [] arrive as lists', async () => {
  const seen = await submit(args({ form: { amount: '5', 'units[]': 'A' } }), Send, async (_ctx, input) => input);

  expect(seen).toEqual({ amount: 5, units: ['A'] });
});

test('a lawful no comes back as 409 beside the form, with its ground', async () => {
  const answer = await submit(args({ form: { amount: '5' } }), Send, () =>
    refused('test.unit.closed', { unit: 'Nghệ An' }),
  );

  expect(answer).toMatchObject({
    init: { status: 409 },
    data: { refusal: { text: 'Nghệ An đã đóng.', law: '17/2023/QH15 Đ.1' }, values: { amount: '5' } },
  });
});

test('a refusal that names its field speaks at that field', async () => {
  const answer = await submit(args({ form: { amount: '5' } }), Send, () =>
    refused('test.amount.too-big', { field: 'amount' }),
  );

  expect(answer).toMatchObject({ init: { status: 422 }, data: { fields: { amount: 'Số quá lớn.' }, refusal: null } });
});

test.each([
  { code: 'test.unit.not-found', status: 404 },
  { code: 'platform.access.denied', status: 403 },
])('$code becomes the problem page $status', async ({ code, status }) => {
  await expect(load(args(), () => refused(code))).rejects.toMatchObject({ init: { status }, data: { code } });
  await expect(submit(args({ form: { amount: '5' } }), Send, () => refused(code))).rejects.toMatchObject({
    init: { status },
  });
});

test('whoever has not signed in is led to the sign-in page and back', async () => {
  const thrown = await load(args({ actor: NOBODY }), () => refused('platform.access.denied')).catch((error) => error);

  expect(thrown.status).toBe(302);
  expect(thrown.headers.get('location')).toBe('/dang-nhap?ve=%2Fvan-phong%2Fso-bo%3Ftim%3Dx');
});

test('a bug is no refusal and passes through', async () => {
  const bug = new Error('assertion failed: the sky is up');

  await expect(load(args(), () => Promise.reject(bug))).rejects.toBe(bug);
});

test('a file keeps its Vietnamese name and cannot smuggle a header', async () => {
  const file = { name: 'Báo cáo "đợt 1"\r\nx: y.docx', mediaType: 'application/pdf', bytes: new Uint8Array([1, 2]) };

  const answer = await sendFile(args(), async () => file);

  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="Bao cao dot 1x: y.docx"; filename*=UTF-8\'\'B%C3%A1o%20c%C3%A1o%20%22%C4%91%E1%BB%A3t%201%22%0D%0Ax%3A%20y.docx',
  );
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(file.bytes);
});

test('AUD-03 what somebody signed in tried and may not do is noted, nothing else is', async () => {
  const actor = { ...PERSON, accountId: 'a' as Actor['accountId'] };
  const form = { amount: '1' };
  const denied = async () => refused('platform.access.denied');

  await expect(submit(args({ actor, form }), Send, denied)).rejects.toMatchObject({ init: { status: 403 } });
  await submit(args({ actor, form }), Send, async () => refused('test.unit.closed', { unit: 'A' }));
  await expect(submit(args({ actor: NOBODY, form }), Send, denied)).rejects.toMatchObject({ status: 302 });

  expect(noted).toEqual(['platform.access.denied']);
});

test('V15.3.6 a field’s name is a name and no way into what all objects share', async () => {
  const hostile = Object.fromEntries([
    ['amount', '5'],
    ['__proto__', 'x'],
    ['__proto__[]', ['x', 'y']],
    ['constructor[prototype][isAdmin]', '1'],
  ]);
  const seen = await submit(args({ form: hostile }), z.looseObject({}), async (_ctx, input) => input);

  expect(Object.keys(hostile)).toContain('__proto__');
  expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  expect(Object.getPrototypeOf(seen)).toBe(Object.prototype);
});

test('V15.3.3 fields that the form does not have never reach the work', async () => {
  const extra = { amount: '5', role: 'admin', allianceId: 'x', version: '9' };
  const seen = await submit(args({ form: extra }), Send, async (_ctx, input) => input);

  expect(seen).toEqual({ amount: 5, units: [] });
});

test.each(['a\r\nset-cookie: x=1.xlsx', 'a"; filename="b.exe', '../../etc/passwd', 'a\u0000b\u202e', '\ud800'])(
  'V5.4.2 a download named %j stays within its header',
  async (name) => {
    const file = { name, mediaType: 'text/plain', bytes: new Uint8Array(1) };
    const header = (await sendFile(args(), async () => file)).headers.get('content-disposition') ?? '';

    expect(header).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w%.!~*'()-]+$/);
  },
);
