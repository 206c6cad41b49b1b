import { sendFile } from '#platform/http/submit.ts';
import { readPeopleAddress } from '../address.ts';
import { takeOutPeople } from '../commands/take-out-people.ts';
import type { Route } from './+types/people-file.ts';

export const loader = (args: Route.LoaderArgs) =>
  sendFile(args, async (ctx) => {
    const { filter } = readPeopleAddress(new URL(args.request.url).searchParams);
    return await takeOutPeople(ctx, filter);
  });
