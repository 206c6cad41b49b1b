import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isForeignWrite, securityHeaders } from './headers.server.ts';

const OWN = ['https://hopluc.example.vn'];

function request(method: string, headers: Record<string, string>): IncomingMessage {
  return { method, headers } as unknown as IncomingMessage;
}

test.each([
  { why: 'our own page', method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, isForeign: false },
  { why: 'typed by the person', method: 'POST', headers: { 'sec-fetch-site': 'none' }, isForeign: false },
  { why: 'another site', method: 'POST', headers: { 'sec-fetch-site': 'cross-site' }, isForeign: true },
  {
    why: 'a neighbour below the same domain',
    method: 'DELETE',
    headers: { 'sec-fetch-site': 'same-site' },
    isForeign: true,
  },
  {
    why: 'an old browser, our page',
    method: 'POST',
    headers: { origin: 'https://hopluc.example.vn' },
    isForeign: false,
  },
  { why: 'an old browser, another site', method: 'POST', headers: { origin: 'https://evil.example' }, isForeign: true },
  {
    why: 'an old browser, our name without TLS',
    method: 'POST',
    headers: { origin: 'http://hopluc.example.vn' },
    isForeign: true,
  },
  { why: 'a hidden origin', method: 'POST', headers: { origin: 'null' }, isForeign: true },
  { why: 'a program, no browser', method: 'POST', headers: {}, isForeign: false },
  { why: 'only looking', method: 'GET', headers: { 'sec-fetch-site': 'cross-site' }, isForeign: false },
])('a write is foreign or not: $why', ({ method, headers, isForeign }) => {
  expect(isForeignWrite(request(method, headers as unknown as Record<string, string>), OWN)).toBe(isForeign);
});

test('no inline script may run, and no other site may frame a page', () => {
  const policy = securityHeaders(false)['content-security-policy'] ?? '';

  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
});

test('strict transport is promised only where there is TLS', () => {
  expect(securityHeaders(true)).toHaveProperty('strict-transport-security');
  expect(securityHeaders(false)).not.toHaveProperty('strict-transport-security');
});
