import { data } from 'react-router';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageRequest } from '#platform/http/context.ts';
import type { ProblemFacts } from '#platform/http/problem.ts';
import { statusOf } from '#platform/http/problem.ts';
import type { PageArgs } from '#platform/http/submit.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { BREAK_GLASS, SIGN_IN, wayBack } from '../own-door.ts';
import type { OpenIdDoor } from './door.server.ts';

export interface OpenIdFailure {
  readonly problem: ProblemFacts;
  readonly back: string;
  /** Where one signs in without the provider. */
  readonly local: string;
  /** Without it only administrators do. */
  readonly isForAdministrators: boolean;
}

const DOWN = 503;

/** Runs a step of signing in through the provider; a refusal becomes what the page shows, with its status. */
export async function throughProvider(args: PageArgs, step: (ctx: Ctx, door: OpenIdDoor) => Promise<Response>) {
  const { ctx, signIn, log } = args.context.get(pageRequest);
  const door = signIn.openId;
  if (!door) throw data(null, { status: 404 });
  try {
    return await step(ctx, door);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { refusal } = error;
    const isDown = refusal.code === 'platform.openid.down';
    if (isDown || refusal.code === 'platform.openid.refused')
      log.warn({ code: refusal.code, why: refusal.facts.why }, 'the OpenID provider let nobody in');
    const failure: OpenIdFailure = {
      problem: { code: refusal.code, text: sayRefusal(refusal), law: null },
      back: wayBack(args.request),
      local: door.isOnly ? BREAK_GLASS : SIGN_IN,
      isForAdministrators: door.isOnly,
    };
    return data(failure, { status: isDown ? DOWN : statusOf(refusal), headers: { 'set-cookie': door.forget } });
  }
}
