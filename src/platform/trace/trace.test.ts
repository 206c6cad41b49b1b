import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, ContextManager, Span, SpanOptions, Tracer, TracerProvider } from '@opentelemetry/api';
import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refused } from '#kernel/refusal.ts';
import { record } from '#platform/events/record.server.ts';
import { makeApp } from '#platform/http/app.server.ts';
import { makeMetrics } from '#platform/http/metrics.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { allowedAttributes, readTraceparent } from './attributes.ts';
import { traced } from './trace.server.ts';

interface Kept {
  readonly name: string;
  readonly parentId: string | undefined;
  readonly traceId: string;
  readonly attributes: Record<string, unknown>;
  readonly events: { readonly name: string; readonly attributes: unknown }[];
  hasFailed: boolean;
  isEnded: boolean;
}

/** What an SDK would be: spans kept in memory, the context carried along asynchronous calls. */
function anSdk(): { readonly provider: TracerProvider; readonly manager: ContextManager; readonly spans: Kept[] } {
  const spans: Kept[] = [];
  const store = new AsyncLocalStorage<Context>();
  function startSpan(name: string, options: SpanOptions = {}, parent: Context = context.active()): Span {
    const above = trace.getSpanContext(parent);
    const id = String(spans.length + 1).padStart(16, '0');
    const traceId = above?.traceId ?? 'a'.repeat(32);
    const attributes = { ...options.attributes };
    const kept: Kept = {
      name,
      parentId: above?.spanId,
      traceId,
      attributes,
      events: [],
      hasFailed: false,
      isEnded: false,
    };
    spans.push(kept);
    const after = (_: unknown): Span => span;
    const span: Span = {
      spanContext: () => ({ traceId, spanId: id, traceFlags: 1 }),
      setAttribute: (key, value) => after(Object.assign(kept.attributes, { [key]: value })),
      setAttributes: (given) => after(Object.assign(kept.attributes, given)),
      addEvent: (event, given) => after(kept.events.push({ name: event, attributes: given })),
      addLink: () => span,
      addLinks: () => span,
      setStatus: ({ code }) => after(Object.assign(kept, { hasFailed: code === 2 })),
      updateName: () => span,
      end: () => void Object.assign(kept, { isEnded: true }),
      isRecording: () => true,
      recordException: () => {
        throw new Error('the text of an error may quote a row');
      },
    };
    return span;
  }
  const startActiveSpan = (name: string, ...rest: readonly unknown[]) => {
    const work = rest.at(-1) as (span: Span) => unknown;
    const span = startSpan(name, rest.length > 1 ? (rest[0] as SpanOptions) : {});
    return context.with(trace.setSpan(context.active(), span), () => work(span));
  };
  const tracer = { startSpan, startActiveSpan } as Tracer;
  const manager: ContextManager = {
    active: () => store.getStore() ?? ROOT_CONTEXT,
    with: (at, work, that, ...args) => store.run(at, () => work.call(that as never, ...args)),
    bind: (_, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  return { provider: { getTracer: () => tracer }, manager, spans };
}

const system = await testSystem();
const ctx = testCtx(system, { name: 'Nguyễn Văn Thử' });
let sdk = anSdk();
beforeEach(() => {
  sdk = anSdk();
  trace.setGlobalTracerProvider(sdk.provider);
  context.setGlobalContextManager(sdk.manager);
});
afterEach(() => {
  trace.disable();
  context.disable();
});

test('a command is a span with the acts it recorded, by kind and id, and without what a person typed', async () => {
  const subject = ctx.newId();
  await ctx.transact(async (tx) => {
    await record(tx, ctx, 'test.acted', subject, { note: 'Nguyễn Văn Thử, 0912 345 678' });
    await record(tx, ctx, 'test.acted', 'Nguyễn Văn Thử', {});
  });

  const [span] = sdk.spans;
  expect(sdk.spans).toHaveLength(1);
  expect(span).toMatchObject({ name: 'transaction', isEnded: true, attributes: { 'hopluc.outcome': 'done' } });
  expect(span?.events).toEqual([
    { name: 'act', attributes: { 'hopluc.act': 'test.acted', 'hopluc.subject_id': subject } },
    { name: 'act', attributes: { 'hopluc.act': 'test.acted' } },
  ]);
  expect(JSON.stringify(sdk.spans)).not.toMatch(/Nguyễn|0912/);
});

test('a lawful no is no error of the span; a fault is one, and neither tells its text', async () => {
  const no = new Refused({ code: 'register.sector.unknown', facts: { code: 'bí mật' } });
  await traced('job', { 'hopluc.job': 'backup' }, async () => Promise.reject(no)).catch(() => {});
  await traced('job', {}, async () => Promise.reject(new Error('Key (login)=(nguyen.van.a)'))).catch(() => {});

  expect(sdk.spans.map(({ hasFailed }) => hasFailed)).toEqual([false, true]);
  expect(sdk.spans[0]?.attributes).toEqual({
    'hopluc.job': 'backup',
    'hopluc.outcome': 'refused',
    'hopluc.refusal': 'register.sector.unknown',
  });
  expect(JSON.stringify(sdk.spans)).not.toMatch(/bí mật|nguyen/);
});

test('a request is a span below the one its caller names, and what it does stands below it', async () => {
  const app = await makeApp({ log: pino({ level: 'silent' }), metrics: makeMetrics(), publicUrl: undefined });
  app.get('/van-phong/ho-so', async () => {
    await ctx.transact(async () => {});
    return 'xong';
  });
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;

  const answer = await app.inject({ url: '/van-phong/ho-so?tim=Nguyễn', headers: { traceparent } });
  await app.close();

  const [request, transaction] = sdk.spans;
  expect(request).toMatchObject({ name: 'request office', traceId, parentId: '00f067aa0ba902b7', isEnded: true });
  expect(request?.attributes).toEqual({
    'http.request.method': 'GET',
    'hopluc.area': 'office',
    'hopluc.request_id': answer.headers['x-request-id'],
    'http.response.status_code': 200,
  });
  expect(transaction).toMatchObject({ name: 'transaction', traceId, parentId: '0000000000000001' });
});

test.each([
  undefined,
  '',
  '00-00000000000000000000000000000000-00f067aa0ba902b7-01',
  '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01',
  'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  '00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01',
  `00-${'a'.repeat(400)}`,
])('a traceparent that is not well formed names no parent: %s', (header) => {
  expect(readTraceparent(header)).toBeUndefined();
});

test('what is not on the list of attributes is left out, and so is what does not look like a word of ours', () => {
  const given = { 'user.name': 'a', 'hopluc.act': 'Đăng nhập', 'hopluc.area': 'office', 'hopluc.attempt': Number.NaN };

  expect(allowedAttributes(given)).toEqual({ 'hopluc.area': 'office' });
});

test('without an SDK the hooks do nothing', async () => {
  trace.disable();
  context.disable();

  expect(await traced('job', {}, async () => 7)).toBe(7);
  expect(sdk.spans).toEqual([]);
});
