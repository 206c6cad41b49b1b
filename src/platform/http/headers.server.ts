import type { IncomingMessage } from 'node:http';

/** No inline script, nothing from other hosts. Style attributes are ours alone: widths of bars and columns. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "object-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HSTS = 'max-age=31536000; includeSubDomains';

/** The headers that every answer carries, unless the route has set its own. */
export function securityHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(isHttps ? { 'strict-transport-security': HSTS } : {}),
  };
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that may change something was sent by a page of another site. Browsers say where a request comes
 * from (`Sec-Fetch-Site`, older ones `Origin`, the oldest `Referer`). Who says nothing is a program, not a page: the
 * session's cookie is `SameSite`, so no browser sends it along from elsewhere.
 */
export function isForeignWrite(request: IncomingMessage, ownOrigins: readonly string[]): boolean {
  if (SAFE_METHODS.has(request.method ?? 'GET')) return false;
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin, referer } = request.headers;
  if (origin !== undefined) return !ownOrigins.includes(origin);
  return referer !== undefined && !(URL.canParse(referer) && ownOrigins.includes(new URL(referer).origin));
}

/** PostgreSQL keeps no NUL in a text, and no address of ours has one. */
export function hasNul(url: string): boolean {
  return /%00|\0/.test(url);
}
