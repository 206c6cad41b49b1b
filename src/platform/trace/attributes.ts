/** What a span may say. Everything else is left out: no names, addresses, words searched for, or texts of errors. */
const ALLOWED: ReadonlySet<string> = new Set([
  'http.request.method',
  'http.response.status_code',
  'hopluc.area',
  'hopluc.request_id',
  'hopluc.job',
  'hopluc.attempt',
  'hopluc.act',
  'hopluc.subject_id',
  'hopluc.outcome',
  'hopluc.refusal',
]);
/** Words of our own code (`register.organisation-changed`, `GET`) and ids; nothing that a person could have typed. */
const PLAIN =
  /^(?:[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*|[A-Z]{3,7}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const LENGTH_MAX = 100;

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Of these attributes those that are allowed by name and by form. */
export function allowedAttributes(given: Attributes): Record<string, string | number> {
  const allowed: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!ALLOWED.has(name)) continue;
    if (typeof value === 'number' && Number.isFinite(value)) allowed[name] = value;
    if (typeof value === 'string' && value.length <= LENGTH_MAX && PLAIN.test(value)) allowed[name] = value;
  }
  return allowed;
}

export interface RemoteParent {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
}

const NONE = /^0+$/;

/** The parent that a W3C `traceparent` header names (version 00); undefined when it is absent or not well formed. */
export function readTraceparent(header: string | undefined): RemoteParent | undefined {
  const [, traceId = '', spanId = '', flags = ''] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(header ?? '') ?? [];
  if (traceId === '' || NONE.test(traceId) || NONE.test(spanId)) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1 };
}
