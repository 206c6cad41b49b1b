import type { Logger } from 'pino';
import { createContext } from 'react-router';
import type { Refusal } from '#kernel/refusal.ts';
import type { Site } from '#platform/auth/passkeys.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { OwnDoor } from '#platform/door.server.ts';
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
  /** Ends the session and answers the `Set-Cookie` header that forgets it. */
  close(ctx: Ctx, token: string | null): Promise<string>;
  /** The `Set-Cookie` header that keeps a session's new token. */
  keep(token: string): string;
  /** The secret of this installation. */
  readonly secret: string;
  /** Under which name and address browsers keep our passkeys. */
  readonly site: Site;
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
