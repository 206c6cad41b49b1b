import type { Logger } from 'pino';
import { createContext } from 'react-router';
import type { Refusal } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
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
  readonly signIn: SignInDoor;
  /** Keeps in the record of acts that a person who has signed in tried what they may not do. */
  noteRefused(refusal: Refusal): Promise<void>;
  readonly log: Pick<Logger, 'error' | 'warn' | 'info'>;
  /** A status with which the request is turned away before any page looks at it; null for every ordinary one. */
  readonly turnedAway: 400 | 413 | 415 | null;
}

/** Opening and closing of sessions; made by the server, used by the pages of sign-in and sign-out. */
export interface SignInDoor {
  /** Answers the value of the `Set-Cookie` header. Refuses a wrong password and too many attempts. */
  open(ctx: Ctx, attempt: SignInAttempt): Promise<string>;
  /** Ends the session and answers the `Set-Cookie` header that forgets it. */
  close(ctx: Ctx, token: string | null): Promise<string>;
}

export interface SignInAttempt {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string;
}

/** Set by the server's adapter before any loader runs. */
export const pageRequest = createContext<PageRequest>();
