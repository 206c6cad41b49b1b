import type { Logger } from 'pino';
import { createContext } from 'react-router';
import type { Refusal } from '#kernel/refusal.ts';
import type { OpenIdDoor } from '#platform/auth/openid/door.server.ts';
import type { Site } from '#platform/auth/passkeys.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { OwnDoor } from '#platform/door.server.ts';
import type { HealthFacts } from '#platform/health/model.ts';
import type { PageFacts } from '#platform/ui/page-facts.tsx';

/** What one request for a page carries: who and when, and what the frame around every page shows. */
export interface PageRequest {
  readonly ctx: Ctx;
  readonly facts: PageFacts;
  /** Address of the caller, for the rate limit only; never logged or stored as it is. */
  readonly address: string;
  /** The token of the session cookie, or null when nobody has signed in. */
  readonly sessionToken: string | null;
  readonly userAgent: string;
  /** Whose browser it is, for acts on one's own account; also while the second factor is owed. */
  readonly own: OwnDoor | null;
  readonly signIn: SignInDoor;
  readonly operations: OperationsDoor;
  /** Keeps in the record of acts that a person who has signed in tried what they may not do. */
  noteRefused(refusal: Refusal): Promise<void>;
  readonly log: Pick<Logger, 'error' | 'warn' | 'info'>;
  /** The status, or the refusal, with which a request is turned away before any page looks at it; null for ordinary ones. */
  readonly turnedAway: Refusal | 400 | 413 | 415 | null;
}

/** Opening and closing of sessions; made by the server, used by the pages of sign-in and of one's own account. */
export interface SignInDoor {
  /** Answers the value of the `Set-Cookie` header. Refuses a wrong password and too many attempts. */
  open(ctx: Ctx, attempt: SignInAttempt): Promise<string>;
  /** The same for whoever holds a passkey and gives no password. */
  openWithPasskey(ctx: Ctx, attempt: PasskeyAttempt): Promise<string>;
  /** Through the OpenID provider; null where there is none. */
  readonly openId: OpenIdDoor | null;
  /** Ends the session and answers the `Set-Cookie` header that forgets it. */
  close(ctx: Ctx, token: string | null): Promise<string>;
  /** The `Set-Cookie` header that keeps a session's new token. */
  keep(token: string): string;
  /** The secret of this installation. */
  readonly secret: string;
  /** Under which name and address browsers keep our passkeys. */
  readonly site: Site;
}

/** The running of the installation; made by the server, used by the pages for whoever runs it. */
export interface OperationsDoor {
  health(ctx: Ctx): Promise<HealthFacts>;
  readonly setUp: SetUpDoor;
}

/** The first set-up of an empty installation. Whoever holds the code that the server printed may pass. */
export interface SetUpDoor {
  /** Whether this installation still waits for it. */
  isOpen(): Promise<boolean>;
  /** The power of the set-up for who shows the code, typed or in the cookie; undefined: it is not the code. */
  enter(ctx: Ctx, code: string | null): Ctx | undefined;
  /** The code in this request's cookie. */
  readonly shown: string | null;
  /** The `Set-Cookie` header that keeps the code for the pages of the set-up, or forgets it when null. */
  cookie(code: string | null): string;
  /** Closes the set-up for ever: the code is worth nothing afterwards. */
  close(): Promise<void>;
  readonly backups: { readonly folder: string | null; readonly keyFile: string; readonly hasOwnKey: boolean };
}

export interface SignInAttempt {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string;
}

export interface PasskeyAttempt {
  /** What `navigator.credentials.get` answered, as JSON. */
  readonly answer: unknown;
  readonly address: string;
  readonly userAgent: string;
}

/** Set by the server's adapter before any loader runs. */
export const pageRequest = createContext<PageRequest>();
