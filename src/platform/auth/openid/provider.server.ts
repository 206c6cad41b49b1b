import type { Configuration } from 'openid-client';
import * as openid from 'openid-client';
import { Refused } from '#kernel/refusal.ts';
import type { OpenIdSettings } from '#platform/env.server.ts';
import { isLoopback } from '#platform/loopback.ts';
import { isMultiFactor } from './factor.ts';
import { askProvider, ProviderDown } from './fetch.server.ts';

const SECONDS_MAX = 5;
/** How long the provider's description of itself is believed. */
const BELIEVED_MS = 60 * 60_000;

/** What one sign-in keeps here while the person is at the provider. */
export interface Waiting {
  readonly redirectUri: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is at the provider, proved by its signature. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly isMultiFactor: boolean;
  /** The e-mail address in small letters, if the provider says that it verified it. */
  verifiedEmail(): Promise<string | undefined>;
}

export interface OpenIdProvider extends Pick<OpenIdSettings, 'issuer' | 'label' | 'isOnly'> {
  /** The address at the provider where the person signs in. */
  addressFor(waiting: Waiting, state: string): Promise<URL>;
  /** Exchanges the code in the answer's address for who the person is. */
  identityFrom(answer: URL, waiting: Waiting, state: string): Promise<Identity>;
}

/** A new random text for a state, nonce or browser's mark: 256 bits. */
export const randomMark = openid.randomState;
export const randomVerifier = openid.randomPKCECodeVerifier;

/**
 * Speaks to the provider of the settings. Everything refuses: `platform.openid.down` when it does not answer within
 * five seconds, `.cancelled` when the person said no there, `.refused` when its answer does not prove what it must.
 * @param secondsAhead how far this machine's clock is ahead of the true time; for tests of what has expired
 */
export function openIdProvider(settings: OpenIdSettings, secondsAhead = 0): OpenIdProvider {
  const { issuer, label, isOnly } = settings;
  let believed: { readonly configuration: Configuration; readonly untilMs: number } | undefined;

  async function configuration(): Promise<Configuration> {
    if (believed && believed.untilMs > performance.now()) return believed.configuration;
    const found = await discover(settings, secondsAhead);
    believed = { configuration: found, untilMs: performance.now() + BELIEVED_MS };
    return found;
  }

  return {
    issuer,
    label,
    isOnly,
    async addressFor({ redirectUri, nonce, verifier }, state) {
      return openid.buildAuthorizationUrl(await refusing(configuration), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
    },
    async identityFrom(answer, waiting, state) {
      const known = await refusing(configuration);
      const tokens = await refusing(() =>
        openid.authorizationCodeGrant(known, addressOf(waiting, answer), {
          expectedState: state,
          expectedNonce: waiting.nonce,
          pkceCodeVerifier: waiting.verifier,
          idTokenExpected: true,
        }),
      );
      const claims = tokens.claims();
      if (!claims) throw refused(undefined);
      const { sub: subject } = claims;
      return {
        issuer,
        subject,
        isMultiFactor: isMultiFactor({ amr: claims.amr, acr: claims.acr }),
        async verifiedEmail() {
          const isThere = claims.email !== undefined || !known.serverMetadata().userinfo_endpoint;
          const said = isThere
            ? claims
            : await refusing(() => openid.fetchUserInfo(known, tokens.access_token, subject));
          return said.email_verified === true && typeof said.email === 'string' ? plainEmail(said.email) : undefined;
        },
      };
    },
  };
}

/** Addresses are kept and compared in small letters. */
export function plainEmail(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}

async function discover(settings: OpenIdSettings, secondsAhead: number): Promise<Configuration> {
  const issuer = new URL(settings.issuer);
  const found = await openid
    .discovery(
      issuer,
      settings.clientId,
      { ...(settings.clientSecret ? { client_secret: settings.clientSecret } : {}), [openid.clockSkew]: secondsAhead },
      clientAuth(settings.clientSecret),
      {
        timeout: SECONDS_MAX,
        [openid.customFetch]: ask,
        execute: [openid.enableNonRepudiationChecks, ...(isLoopback(issuer) ? [openid.allowInsecureRequests] : [])],
      },
    )
    .catch((error) => {
      // Whatever stands there instead of the provider's description, nobody can sign in with it.
      throw new ProviderDown('no description of the provider', { cause: error });
    });
  return found;
}

/** As the provider says it wants the secret; none: a public client, whose code PKCE alone keeps. */
function clientAuth(secret: string | undefined): openid.ClientAuth {
  if (!secret) return openid.None();
  const basic = openid.ClientSecretBasic(secret);
  const post = openid.ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
  };
}

const ask: openid.CustomFetch = async (address, { body, headers, method, signal }) =>
  await askProvider(address, { body: body as BodyInit, headers, method, ...(signal ? { signal } : {}) });

/** The answer's parameters at the address that the provider was told, whatever stands before us. */
function addressOf({ redirectUri }: Waiting, answer: URL): URL {
  const url = new URL(redirectUri);
  url.search = answer.search;
  return url;
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refused(error);
  }
}

function refused(error: unknown): Refused {
  if (causesOf(error).some((each) => each instanceof ProviderDown))
    return new Refused({ code: 'platform.openid.down', facts: {} });
  if (error instanceof openid.AuthorizationResponseError && error.error === 'access_denied')
    return new Refused({ code: 'platform.openid.cancelled', facts: {} });
  const why = error instanceof Error && 'code' in error ? String(error.code) : 'no-claims';
  return new Refused({ code: 'platform.openid.refused', facts: { why } });
}

function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let each = error; each instanceof Error && causes.length < 5; each = each.cause) causes.push(each);
  return causes;
}
