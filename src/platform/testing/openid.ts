import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { OpenIdSettings } from '#platform/env.server.ts';

/** Somebody whom the provider knows; the password does not matter there. */
export interface ProviderPerson {
  readonly email?: string;
  readonly isVerified?: boolean;
  readonly amr?: readonly string[];
}

export interface TestProvider {
  readonly issuer: string;
  readonly settings: OpenIdSettings;
  /** Serves only from then on: until then the provider listens and answers nothing. */
  open(redirectUri: string): void;
  close(): Promise<void>;
}

const CLIENT = 'hopluc-thu';
const SECRET = 'khoa-bi-mat-cua-bai-thu-rat-dai';

/** A real OpenID provider on this machine, with its own pages of sign-in; people by the name they sign in with. */
export async function startProvider(people: Readonly<Record<string, ProviderPerson>>): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    settings: { issuer, clientId: CLIENT, clientSecret: SECRET, label: undefined, isOnly: false },
    open(redirectUri) {
      server.on('request', makeProvider(issuer, redirectUri, people).callback());
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function makeProvider(issuer: string, redirectUri: string, people: Readonly<Record<string, ProviderPerson>>): Provider {
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT, client_secret: SECRET, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    ttl: { IdToken: 60, AccessToken: 60, Grant: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['khoa-ky-cookie-cua-bai-thu'] },
    async findAccount(_, sub) {
      const { email, isVerified = false } = people[sub] ?? {};
      return { accountId: sub, claims: () => ({ sub, ...(email ? { email, email_verified: isVerified } : {}) }) };
    },
  });
  // Its own pages of sign-in know of one factor only.
  provider.on('authorization.accepted', ({ oidc }) => {
    const amr = people[oidc.account?.accountId ?? '']?.amr;
    if (amr && oidc.session) oidc.session.amr = [...amr];
  });
  return provider;
}

/** Goes through the provider's pages as a browser would; answers the address to which the provider sends it back. */
export async function signInAtProvider(start: URL, login: string | null): Promise<URL> {
  const jar = new Map<string, string>();
  let request: { url: URL; body?: URLSearchParams } = { url: start };
  for (let step = 0; step < 12; step += 1) {
    const response = await fetch(request.url, {
      method: request.body ? 'POST' : 'GET',
      body: request.body ?? null,
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location) {
      const url = new URL(location, request.url);
      if (url.origin !== start.origin) return url;
      request = { url };
    } else request = nextForm(await response.text(), request.url, login);
  }
  throw new Error(`the provider does not send back from ${request.url}`);
}

/** Fills the form in: signs in, then agrees; or cancels. */
function nextForm(html: string, page: URL, login: string | null): { url: URL; body?: URLSearchParams } {
  if (login === null) return { url: new URL(`${page.pathname}/abort`, page) };
  const [, action] = /<form[^>]*action="([^"]+)"/.exec(html) ?? [];
  if (!action) throw new Error(`no form at ${page}: ${html.slice(0, 500)}`);
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
  const fields = prompt === 'login' ? { prompt, login, password: 'bất kỳ' } : { prompt };
  return { url: new URL(action, page), body: new URLSearchParams(fields) };
}
