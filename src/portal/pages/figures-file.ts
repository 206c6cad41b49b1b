import { Refused } from '#kernel/refusal.ts';
import { sendFile } from '#platform/http/submit.ts';
import { figuresFile } from '../figures-file.ts';
import { newestLocked } from '../locked.ts';
import type { Route } from './+types/figures-file';

export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const format = new URL(args.request.url).searchParams.get('dang') === 'json' ? 'json' : 'csv';
    const locked = await newestLocked(ctx);
    const file = locked && figuresFile(locked, args.params.indicator, format);
    if (!file) throw new Refused({ code: 'portal.figure.not-found', facts: { indicator: args.params.indicator } });
    return file;
  });
