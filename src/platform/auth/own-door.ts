import { redirect } from 'react-router';
import { z } from 'zod';
import type { OwnDoor } from '#platform/door.server.ts';
import { pageRequest } from '#platform/http/context.ts';
import type { PageArgs } from '#platform/http/submit.ts';
import type { ProofDesk } from './prove.server.ts';

const OFFICE = '/van-phong';
export const SIGN_IN = '/dang-nhap';
/** Signing in locally where everybody comes through the OpenID provider: for administrators while it is down. */
export const BREAK_GLASS = '/dang-nhap?noi-bo=1';
export const OPENID = '/dang-nhap/oidc';
export const SECOND_STEP = '/dang-nhap/buoc-hai';
export const ENROL = '/dang-nhap/thiet-lap';
export const ACCOUNT = '/van-phong/tai-khoan';

/** Where to go afterwards: a path of this site, and none of the pages of sign-in but the one for setting a factor up. */
export function wayBack(request: Request): string {
  const wanted = new URL(request.url).searchParams.get('ve') ?? OFFICE;
  const isOwnPath = /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted);
  return isOwnPath && (!wanted.startsWith('/dang-') || wanted === ENROL) ? wanted : OFFICE;
}

/** The page's address with the way back after it. */
export function withWayBack(page: string, back: string): string {
  return `${page}${page.includes('?') ? '&' : '?'}ve=${encodeURIComponent(back)}`;
}

/** Whose browser it is, also while something is owed; leads to the sign-in page whoever has not given a password. */
export function ownDoor(args: PageArgs): OwnDoor {
  const { own } = args.context.get(pageRequest);
  if (!own) throw redirect(withWayBack(SIGN_IN, wayBack(args.request)));
  return own;
}

/** What passkeys and codes of this request are checked with. */
export function deskOf(args: PageArgs): ProofDesk {
  const { signIn, address, ctx } = args.context.get(pageRequest);
  return { secret: signIn.secret, site: signIn.site, now: ctx.now, address };
}

/** A form that a passkey's answer came in says so in its address. */
export const BY_PASSKEY = 'cach=khoa';

export function isByPasskey(request: Request): boolean {
  return new URL(request.url).searchParams.get('cach') === 'khoa';
}

const ANSWER_LENGTH_MAX = 20_000;

/** What the browser's script put into the form: the credential as JSON. The library looks at what is in it. */
export const passkeyAnswer = z
  .string()
  .max(ANSWER_LENGTH_MAX)
  .transform((text): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  })
  .pipe(z.looseObject({ id: z.string().regex(/^[\w-]{1,2000}$/) }).catch({ id: '' }));
