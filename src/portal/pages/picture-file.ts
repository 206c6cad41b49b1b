import { pageCtx } from '#platform/http/submit.ts';
import { text } from '../messages.vi.ts';
import { hashOfPicture } from '../picture.ts';
import { isPictureShown } from '../queries.ts';
import type { Route } from './+types/picture-file.ts';

/** `/anh/:file`: a cover picture under the hash of its content, as long as an article shows it. */
export const loader = async (args: Route.LoaderArgs): Promise<Response> => {
  const ctx = pageCtx(args);
  const hash = hashOfPicture(args.params.file);
  const bytes = hash && (await isPictureShown(ctx.read, hash)) ? await ctx.files.get(hash) : undefined;
  if (!bytes) return new Response(text.article.noPicture, { status: 404, headers: PLAIN });
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/webp', 'cache-control': FOR_EVER } });
};

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };
const FOR_EVER = 'public, max-age=31536000, immutable';
