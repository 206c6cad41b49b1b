import { connect } from 'node:net';
import { inject } from 'vitest';

export const base = () => inject('baseUrl');

/** Asks as a browser does that follows no redirect. */
export const at = (path: string, init: RequestInit = {}) => fetch(`${base()}${path}`, { redirect: 'manual', ...init });

/** The cookie of a demonstration account that has just signed in. */
export async function cookieOf(login: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const body = new URLSearchParams({ login, password: inject('demoPassword') });
  const answer = await at('/dang-nhap', { method: 'POST', body, headers: more });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Sends these very bytes, which no client library would, and answers what came back before the server closed. */
export async function raw(request: string): Promise<string> {
  const { hostname, port } = new URL(base());
  return await new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let answer = '';
    socket.setEncoding('latin1').on('data', (part: string) => (answer += part));
    socket.once('close', () => resolve(answer)).once('error', reject);
  });
}

export function statusIn(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}

/** A multipart form with one file and some fields. */
export function formWith(
  fields: Readonly<Record<string, string>>,
  file?: { name: string; bytes: Uint8Array },
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('file', new File([new Uint8Array(file.bytes)], file.name));
  return form;
}
