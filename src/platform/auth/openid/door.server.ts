import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isLoopback } from '#platform/loopback.ts';
import type { OpenIdProvider } from './provider.server.ts';
import { beginOpenId, finishOpenId } from './sign-in.server.ts';

const RETURN_PATH = '/dang-nhap/oidc/ve';
const COOKIE_SECONDS = 600;

/** Signing in through the provider, for the pages; cookies are values of `Set-Cookie`. */
export interface OpenIdDoor {
  readonly label: string | undefined;
  readonly isOnly: boolean;
  /** Where the browser goes, and the cookie that ties the answer to it. */
  begin(ctx: Ctx, wayBack: string): Promise<{ readonly location: string; readonly cookie: string }>;
  /** Opens the session; where to go on, and the session's cookie. */
  finish(ctx: Ctx, url: URL): Promise<{ readonly wayBack: string; readonly cookie: string }>;
  /** Forgets the tie. */
  readonly forget: string;
}

interface DoorParts {
  readonly secret: string;
  readonly isHttps: boolean;
  readonly publicUrl: string | undefined;
  /** The origin that the request names, believed only on this machine. */
  readonly origin: string;
  readonly cookies: string | undefined;
  readonly address: string;
  readonly userAgent: string;
  /** Counts the sign-in and answers the session's cookie. */
  counted(ctx: Ctx, open: () => Promise<string>): Promise<string>;
}

export function openIdDoor(provider: OpenIdProvider, parts: DoorParts): OpenIdDoor {
  const { secret, isHttps, address, userAgent } = parts;
  return {
    label: provider.label,
    isOnly: provider.isOnly,
    async begin(ctx, wayBack) {
      const start = { redirectUri: redirectUriOf(parts), wayBack, address };
      const { location, browserMark } = await beginOpenId(ctx, provider, start, secret);
      return { location: location.href, cookie: markCookie(browserMark, isHttps) };
    },
    async finish(ctx, url) {
      const answer = { url, browserMark: markOf(parts.cookies, isHttps), address, userAgent };
      let wayBack = '/';
      const cookie = await parts.counted(ctx, async () => {
        const done = await finishOpenId(ctx, provider, answer, secret);
        wayBack = done.wayBack;
        return done.token;
      });
      return { wayBack, cookie };
    },
    forget: markCookie(null, isHttps),
  };
}

/** Where the provider answers to: never an address that a request could make up. */
function redirectUriOf({ publicUrl, origin }: DoorParts): string {
  if (publicUrl) return `${publicUrl}${RETURN_PATH}`;
  if (!URL.canParse(origin) || !isLoopback(new URL(origin)))
    throw new Refused({ code: 'platform.openid.no-address', facts: {} });
  return `${origin}${RETURN_PATH}`;
}

function cookieName(isHttps: boolean): string {
  return isHttps ? '__Host-hopluc_oidc' : 'hopluc_oidc';
}

/** Lax: the browser comes back from another site. */
function markCookie(mark: string | null, isHttps: boolean): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(isHttps ? ['Secure'] : [])];
  return `${cookieName(isHttps)}=${[mark ?? '', ...attributes, `Max-Age=${mark ? COOKIE_SECONDS : 0}`].join('; ')}`;
}

function markOf(cookies: string | undefined, isHttps: boolean): string | null {
  const start = `${cookieName(isHttps)}=`;
  const found = (cookies ?? '').split(';').find((part) => part.trim().startsWith(start));
  const value = found?.trim().slice(start.length) ?? '';
  return /^[\w-]{43}$/.test(value) ? value : null;
}
