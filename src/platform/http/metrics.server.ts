import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Figures about this process, in the text form of Prometheus. */
export interface Metrics {
  readonly registry: Registry;
  observe(request: {
    readonly method: string;
    readonly area: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  setReady(isReady: boolean): void;
  countSignIn(result: 'opened' | 'refused'): void;
}

export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'hopluc_' });
  const seconds = new Histogram({
    name: 'hopluc_http_request_seconds',
    help: 'Time to answer, by kind of address',
    labelNames: ['method', 'area', 'status'],
    buckets: [0.005, 0.015, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  const ready = new Gauge({ name: 'hopluc_ready', help: '1 when all data are loaded', registers: [registry] });
  const signIns = new Counter({
    name: 'hopluc_sign_ins_total',
    help: 'Attempts to sign in',
    labelNames: ['result'],
    registers: [registry],
  });
  return {
    registry,
    observe: (request) =>
      seconds.observe({ method: request.method, area: request.area, status: String(request.status) }, request.seconds),
    setReady: (isReady) => ready.set(isReady ? 1 : 0),
    countSignIn: (result) => signIns.inc({ result }),
  };
}

/** The kind of an address: few values, so that the series stay few. */
export function areaOf(path: string): string {
  const first = path.split('/', 2)[1] ?? '';
  if (first === 'van-phong') return 'office';
  if (['api', 'assets'].includes(first)) return first;
  if (['health', 'ready', 'metrics'].includes(first)) return 'operations';
  if (['dang-nhap', 'dang-xuat', 'cai-dat'].includes(first)) return 'sign-in';
  return 'portal';
}
