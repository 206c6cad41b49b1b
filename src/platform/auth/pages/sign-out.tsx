import { redirect } from 'react-router';
import { pageRequest } from '#platform/http/context.ts';
import type { Route } from './+types/sign-out.ts';

/** Nobody comes here to look. */
export const loader = () => redirect('/dang-nhap');

export const action = async ({ context }: Route.ActionArgs) => {
  const { ctx, own, sessionToken, signIn } = context.get(pageRequest);
  return redirect('/dang-nhap', { headers: { 'set-cookie': await signIn.close(own?.ctx ?? ctx, sessionToken) } });
};
