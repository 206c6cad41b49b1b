import type { RouterContextProvider } from 'react-router';
import { data, redirect } from 'react-router';
import type { z } from 'zod';
import type { Refusal } from '#kernel/refusal.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sayRefusal } from '#platform/i18n/words.ts';
import { pageRequest } from './context.ts';
import type { FormProblem, ProblemFacts } from './problem.ts';
import { controlCharacters, fieldsOf, statusOf, valuesOf } from './problem.ts';

/** What every `Route.LoaderArgs` and `Route.ActionArgs` has. */
export interface PageArgs {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
}

/** The context of this request: who acts, when. */
export function pageCtx(args: PageArgs): Ctx {
  return args.context.get(pageRequest).ctx;
}

/** Runs a loader. A refusal becomes the problem page of its status; whoever has not signed in is led to the sign-in page. */
export async function load<Answer>(args: PageArgs, work: (ctx: Ctx) => Promise<Answer>): Promise<Answer> {
  const ctx = pageCtx(args);
  if (isBeforeTheDoor(args.request, ctx)) throw toSignIn(args.request);
  try {
    return await work(ctx);
  } catch (error) {
    throw problemOf(args, ctx, error);
  }
}

/** The office is for those who have signed in, whatever lies at the address. */
function isBeforeTheDoor(request: Request, ctx: Ctx): boolean {
  return /^\/van-phong(\/|$)/.test(new URL(request.url).pathname) && isNobody(ctx);
}

function isNobody({ actor }: Ctx): boolean {
  return actor.accountId === null && actor.grants.length === 0;
}

/**
 * Runs an action on a form that was posted. Wrong input answers 422 with a sentence for each field and what was typed;
 * so does a refusal whose facts name a `field`. Any other refusal answers 409 (429) beside the form, or the problem page
 * when it is 403 or 404. That somebody signed in tried what they may not do is recorded. `first` asks for the right before
 * a word of the form is looked at, where the command would ask only afterwards.
 */
export async function submit<Schema extends z.ZodType, Answer>(
  args: PageArgs,
  schema: Schema,
  work: (ctx: Ctx, input: z.output<Schema>) => Promise<Answer>,
  first: (ctx: Ctx) => Promise<unknown> = async () => undefined,
) {
  const ctx = pageCtx(args);
  if (isBeforeTheDoor(args.request, ctx)) throw toSignIn(args.request);
  const form = await formOf(args.request);
  const refused = await refusalOf(async () => await first(ctx));
  if (refused) return await refusedForm(args, ctx, refused, form);
  const dirty = controlCharacters(form);
  if (dirty) return formProblem({ fields: dirty, refusal: null, values: valuesOf(form) }, 422);
  const parsed = await schema.safeParseAsync(inputOf(form));
  if (!parsed.success)
    return formProblem({ fields: fieldsOf(parsed.error), refusal: null, values: valuesOf(form) }, 422);
  try {
    return await work(ctx, parsed.data);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return await refusedForm(args, ctx, error, form);
  }
}

async function refusalOf(ask: () => Promise<unknown>): Promise<Refused | undefined> {
  try {
    await ask();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error;
  }
}

async function formOf(request: Request): Promise<FormData> {
  return await request.formData().catch(() => {
    throw data(null, { status: 400 });
  });
}

async function refusedForm(args: PageArgs, ctx: Ctx, error: Refused, form: FormData) {
  const { refusal } = error;
  if (statusOf(refusal) === 403 && ctx.actor.accountId) await args.context.get(pageRequest).noteRefused(refusal);
  if ([403, 404].includes(statusOf(refusal))) throw problemOf(args, ctx, error);
  const { field } = refusal.facts;
  if (typeof field === 'string')
    return formProblem({ fields: { [field]: sayRefusal(refusal) }, refusal: null, values: valuesOf(form) }, 422);
  return formProblem({ fields: {}, refusal: problemFacts(refusal), values: valuesOf(form) }, statusOf(refusal));
}

/** A file to be downloaded, or shown in the browser when `inline`. */
export interface SentFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly inline?: boolean;
}

/** Runs a resource route that answers with a file; a refusal answers its sentence as plain text with its status. */
export async function sendFile(args: PageArgs, work: (ctx: Ctx) => Promise<SentFile>): Promise<Response> {
  const ctx = pageCtx(args);
  if (isBeforeTheDoor(args.request, ctx)) return toSignIn(args.request);
  try {
    const file = await work(ctx);
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'content-type': file.mediaType,
        'content-length': String(file.bytes.byteLength),
        'content-disposition': disposition(file),
      },
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (mustSignIn(ctx, error.refusal)) return toSignIn(args.request);
    return new Response(sayRefusal(error.refusal), {
      status: statusOf(error.refusal),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
}

function disposition(file: SentFile): string {
  const plain = file.name
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\]/g, '');
  const kind = file.inline ? 'inline' : 'attachment';
  return `${kind}; filename="${plain || 'tep'}"; filename*=UTF-8''${encodeURIComponent(file.name.toWellFormed())}`;
}

function problemOf(args: PageArgs, ctx: Ctx, error: unknown): unknown {
  if (!(error instanceof Refused)) return error;
  if (mustSignIn(ctx, error.refusal)) return toSignIn(args.request);
  return data(problemFacts(error.refusal), { status: statusOf(error.refusal) });
}

function mustSignIn(ctx: Ctx, refusal: Refusal): boolean {
  return statusOf(refusal) === 403 && isNobody(ctx);
}

function toSignIn(request: Request): Response {
  const url = new URL(request.url);
  const wanted = request.method === 'GET' ? `${url.pathname}${url.search}` : '/van-phong';
  return redirect(`/dang-nhap?ve=${encodeURIComponent(wanted)}`);
}

/** A refusal as the problem page shows it. */
export function problemFacts(refusal: Refusal): ProblemFacts {
  return { code: refusal.code, text: sayRefusal(refusal), law: refusal.law ?? null };
}

function formProblem(problem: FormProblem, status: number) {
  return data(problem, { status });
}

/** Names that end in `[]` are lists; of any other name the last value counts. A name is a name, also `__proto__`. */
function inputOf(form: FormData): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) =>
      name.endsWith('[]') ? [name.slice(0, -2), form.getAll(name)] : [name, form.getAll(name).at(-1)],
    ),
  );
}
