import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { sayVerify, verifyFile } from '#review/public.ts';
import { text as portalText } from '../messages.vi.ts';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/verify';

const text = portalText.verify;
const MEGABYTES_MAX = 20;

const VerifyFile = z.object({
  file: z
    .instanceof(File, { error: text.fileMissing })
    .refine((file) => file.size > 0, { error: text.fileMissing })
    .refine((file) => file.size <= MEGABYTES_MAX * 1024 * 1024, { error: text.fileTooLarge(MEGABYTES_MAX) }),
});

export const meta: Route.MetaFunction = () => [{ title: text.title }];

export const loader = (args: Route.LoaderArgs) => load(args, async () => null);

/** The file is read, compared and forgotten; nothing of it is kept. */
export const action = (args: Route.ActionArgs) =>
  submit(args, VerifyFile, async (ctx, { file }) => {
    const report = await verifyFile(
      ctx.widened('published-figures').read,
      file.name,
      new Uint8Array(await file.arrayBuffer()),
    );
    return {
      isProven: report.ok,
      sentence: sayVerify(report),
      file: report.file,
      stated: report.stated,
      differences: report.differences,
    };
  });

export default function VerifyPage({ actionData }: Route.ComponentProps) {
  const result = actionData && 'isProven' in actionData ? actionData : undefined;
  const problem = actionData && 'fields' in actionData ? actionData : undefined;
  return (
    <SimplePage title={text.title}>
      {result ? <Result {...result} /> : null}
      <p className="sub">{text.intro}</p>
      <form className="spaced" method="post" encType="multipart/form-data">
        <label htmlFor="tep">{text.label}</label>
        <input
          id="tep"
          className="file"
          name="file"
          type="file"
          accept=".json,.docx,.pdf,.xlsx"
          aria-describedby={problem ? 'tep-loi' : undefined}
          aria-invalid={problem ? true : undefined}
        />
        {problem ? (
          <p id="tep-loi" className="wrong" role="alert">
            {problem.fields.file ?? problem.refusal?.text}
          </p>
        ) : null}
        <p className="pager">
          <button className="go" type="submit">
            {text.button}
          </button>
        </p>
      </form>
    </SimplePage>
  );
}

interface ResultProps {
  readonly isProven: boolean;
  readonly sentence: string;
  readonly file: string;
  readonly stated: string | null;
  readonly differences: readonly { readonly place: string; readonly locked: string; readonly given: string }[];
}

function Result({ isProven, sentence, file, stated, differences }: ResultProps) {
  return (
    <section className="fact" aria-label={text.result} role="status">
      <b>{isProven ? text.proven : text.notProven}</b>
      <p>{sentence}</p>
      <dl>
        <dt>{text.file}</dt>
        <dd>{file}</dd>
        <dt>{portalText.article.hash}</dt>
        <dd className="hash">{stated ?? text.none}</dd>
        {differences.map((difference) => (
          <div key={difference.place} className="pair">
            <dt>{difference.place}</dt>
            <dd>{text.difference(difference.locked, difference.given)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
