import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addUser } from '#platform/auth/accounts.server.ts';
import { openDatabases } from '#platform/db/open.server.ts';
import { folderStore } from '#platform/files/store.server.ts';
import { systemActor, systemOn } from '../src/system.ts';
import { startServer } from './global-setup.ts';

const NOW = new Date('2024-07-08T09:00:00+07:00');
const PASSWORD = 'gánh lúa qua cầu chiều';
/** Nothing listens there: the provider is down. */
const DOWN = { OIDC_ISSUER: 'http://127.0.0.1:1', OIDC_CLIENT_ID: 'hopluc', OIDC_ONLY: '1' };
let baseUrl = '';
let stop: () => Promise<void> = async () => {};

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'hopluc-break-glass-'));
  const server = startServer(folder, { HOPLUC_DEMO: '0', HOPLUC_NOW: NOW.toISOString(), ...DOWN });
  stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  baseUrl = await server.baseUrl;
  const databases = await openDatabases({ dataFolder: folder, databaseUrl: undefined });
  const ctx = systemOn(databases, folderStore(path.join(folder, 'files'))).ctx(systemActor('Người thử'), NOW);
  // Marked as of the demonstration, so that no second factor stands between the door and the office.
  const common = { password: PASSWORD, isDemo: true };
  await addUser(ctx, { login: 'nguoi-truc', role: 'admin', scope: 'system', ...common });
  await addUser(ctx, { login: 'can-bo', role: 'officer', scope: 'alliance:LMHTX-NA', ...common });
  await databases.close();
});
afterAll(async () => await stop());

async function pageAt(address: string, cookie = ''): Promise<{ status: number; html: string }> {
  const response = await fetch(baseUrl + address, { headers: { cookie }, redirect: 'manual' });
  return { status: response.status, html: await response.text() };
}

async function signInLocally(login: string) {
  const body = new URLSearchParams({ login, password: PASSWORD });
  const response = await fetch(`${baseUrl}/dang-nhap?noi-bo=1`, { method: 'POST', body, redirect: 'manual' });
  return { status: response.status, html: await response.text(), cookie: response.headers.getSetCookie()[0] };
}

test('IAM-06 while the provider is the only way, the page of sign-in has no password, and the local one has', async () => {
  const usual = await pageAt('/dang-nhap');
  const local = await pageAt('/dang-nhap?noi-bo=1');

  expect(usual.html).toContain('href="/dang-nhap/oidc?');
  expect(usual.html).not.toContain('name="password"');
  expect(local.html).toContain('name="password"');
});

test('IAM-06 a provider that is down is told with the local way in', async () => {
  const { status, html } = await pageAt('/dang-nhap/oidc?ve=/van-phong/so-bo');

  expect(status).toBe(503);
  expect(html).toContain('Hệ thống đăng nhập chung chưa trả lời');
  expect(html).toContain('href="/dang-nhap?noi-bo=1&amp;ve=%2Fvan-phong%2Fso-bo"');
  expect(html).toContain('chỉ quản trị hệ thống');
});

test('IAM-06 an officer does not come in locally, an administrator does, and every administrator reads of it', async () => {
  const officer = await signInLocally('can-bo');
  expect(officer).toMatchObject({ status: 409, cookie: undefined });
  expect(officer.html).toContain('chỉ dành cho quản trị hệ thống khi có sự cố');

  const { status, cookie = '' } = await signInLocally('nguoi-truc');

  expect(status).toBe(302);
  const { html } = await pageAt('/van-phong/nhat-ky', cookie.split(';', 1)[0]);
  expect(html).toContain('Tài khoản “nguoi-truc” đã đăng nhập tại chỗ lúc');
});
