import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';

const BROWSERS = ['HOPLUC_TEST_BROWSER', 'CHROMIUM_PATH'] as const;
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };

export interface Visit {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** False: the browser runs no script at all. */
  readonly javaScript?: boolean;
}

/** What a page complained about while it was open, by page. */
const complaints = new WeakMap<Page, string[]>();

/** One browser for a test file. `visitor` is nobody; `person` has signed in with a demonstration account. */
export function useBrowser() {
  let browser: Browser;
  const open: BrowserContext[] = [];
  const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

  beforeAll(async () => {
    const executablePath = BROWSERS.map((name) => process.env[name]).find(Boolean) ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: QUIET });
  });
  afterAll(async () => {
    for (const context of open) await context.close();
    await browser?.close();
  });

  async function context(visit: Visit, login?: string): Promise<BrowserContext> {
    const state = login ? signedIn.get(login) : undefined;
    const made = await browser.newContext({
      baseURL: inject('baseUrl'),
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      viewport: visit.viewport ?? DESKTOP,
      colorScheme: visit.colorScheme ?? 'light',
      javaScriptEnabled: visit.javaScript ?? true,
      ...(state ? { storageState: state } : {}),
    });
    open.push(made);
    return made;
  }

  return {
    async visitor(visit: Visit = {}): Promise<Page> {
      return await listenTo(await context(visit));
    },
    /** The page of someone who has signed in, e.g. `person('thu-ky')`. */
    async person(login: string, visit: Visit = {}): Promise<Page> {
      if (!signedIn.has(login)) {
        const door = await context({});
        await signIn(await door.newPage(), login);
        signedIn.set(login, await door.storageState());
      }
      return await listenTo(await context(visit, login));
    },
  };
}

/** Signs in through the form, as a person does. */
export async function signIn(page: Page, login: string, password = inject('demoPassword')): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForLoadState();
}

async function listenTo(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') heard.push(`failed: ${request.url()}`);
  });
  return page;
}

/**
 * What every page must pass: no serious finding of axe, nothing that scrolls sideways, no error in the console
 * (a blocked script or style says so there), one main heading, Vietnamese as its language.
 */
export async function expectSound(page: Page): Promise<void> {
  // Its second page and its copies of the style sheets cost more than the analysis: our pages have no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false });
  const findings = (await axe.analyze()).violations
    .filter((finding) => ['serious', 'critical'].includes(finding.impact ?? ''))
    .map((finding) => `${finding.id}: ${finding.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

  expect(findings).toEqual([]);
  expect(sideways, 'pixels beyond the right edge').toBeLessThanOrEqual(0);
  expect(complaints.get(page) ?? []).toEqual([]);
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
}
