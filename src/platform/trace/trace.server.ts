import type { Context, Span } from '@opentelemetry/api';
import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { Refused } from '#kernel/refusal.ts';
import type { Attributes } from './attributes.ts';
import { allowedAttributes, readTraceparent } from './attributes.ts';

/**
 * Hooks for OpenTelemetry. They do nothing until whoever runs the server loads an SDK before it
 * (docs/guides/operate.md). A span carries ids and words of our own code only: `attributes.ts` is the whole list.
 */
const TRACER = 'hopluc';

/** Works inside a span of that name. A lawful no is no error of the span; anything else that is thrown is. */
export async function traced<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return await trace
    .getTracer(TRACER)
    .startActiveSpan(name, { attributes: allowedAttributes(attributes) }, async (span) => {
      try {
        const answer = await work();
        span.setAttributes(allowedAttributes({ 'hopluc.outcome': 'done' }));
        return answer;
      } catch (error) {
        noteFailure(span, error);
        throw error;
      } finally {
        span.end();
      }
    });
}

/** Adds to the span that is under way that an act was recorded. */
export function noteAct(kind: string, subjectId: string): void {
  trace.getActiveSpan()?.addEvent('act', allowedAttributes({ 'hopluc.act': kind, 'hopluc.subject_id': subjectId }));
}

export interface RequestSpan {
  /** Goes on inside the span, so that what the request does stands below it. */
  within(work: () => void): void;
  end(status: number): void;
}

/** The span of a request, below the one that the caller's `traceparent` names. */
export function requestSpan(attributes: Attributes, traceparent: string | undefined): RequestSpan {
  const name = allowedAttributes(attributes)['hopluc.area'] ?? 'request';
  const options = { kind: SpanKind.SERVER, attributes: allowedAttributes(attributes) };
  const parent = parentOf(traceparent);
  const span = trace.getTracer(TRACER).startSpan(`request ${name}`, options, parent);
  return {
    within: (work) => context.with(trace.setSpan(parent, span), work),
    end(status) {
      span.setAttributes(allowedAttributes({ 'http.response.status_code': status }));
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** An SDK that watches HTTP by itself has a span under way already, and has read the header. */
function parentOf(traceparent: string | undefined): Context {
  if (trace.getActiveSpan()) return context.active();
  const remote = readTraceparent(traceparent);
  return remote ? trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true }) : ROOT_CONTEXT;
}

/** Of a refusal its code; of anything else that it was an error, never its text, which may quote a row. */
function noteFailure(span: Span, error: unknown): void {
  if (error instanceof Refused) {
    span.setAttributes(allowedAttributes({ 'hopluc.outcome': 'refused', 'hopluc.refusal': error.refusal.code }));
    return;
  }
  span.setAttributes(allowedAttributes({ 'hopluc.outcome': 'failed' }));
  span.setStatus({ code: SpanStatusCode.ERROR });
}
