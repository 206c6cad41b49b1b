import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { Note } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import type { Tone } from '#platform/ui/state-chip.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { text } from '../messages.pages.vi.ts';
import { sayVerify } from '../messages.verify.vi.ts';
import { formWords } from '../messages.vi.ts';
import { requireToSeeReviews } from '../permissions.ts';
import { ReviewHead } from '../ui/review-head.tsx';
import { VerifyForm } from '../ui/verify-form.tsx';
import type { VerifyReport } from '../verify/verify-file.ts';
import { verifyFile } from '../verify/verify-file.ts';
import { hrefs } from '../views/hrefs.ts';
import type { Route } from './+types/verify.ts';

const words = text.verify;
const MEGABYTES_MAX = 40;

const VerifyFile = z.object({
  file: z
    .instanceof(File, { error: formWords.fileMissing })
    .refine((file) => file.size > 0, { error: formWords.fileMissing })
    .refine((file) => file.size <= MEGABYTES_MAX * 1024 * 1024, { error: formWords.fileTooLarge(MEGABYTES_MAX) }),
});

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireToSeeReviews(ctx);
    return {};
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, VerifyFile, async (ctx, { file }) => {
    requireToSeeReviews(ctx);
    const report = await verifyFile(
      ctx.widened('published-figures').read,
      file.name,
      new Uint8Array(await file.arrayBuffer()),
    );
    return { report, sentence: sayVerify(report) };
  });

export default function VerifyPage({ actionData }: Route.ComponentProps) {
  const result = actionData && 'report' in actionData ? actionData : undefined;
  const problem = actionData && 'fields' in actionData ? actionData : undefined;
  return (
    <Shell title={words.title} crumbs={[{ label: text.archive.title, href: hrefs.archive() }, { label: words.title }]}>
      <ReviewHead />
      <PageHeader title={words.title} />
      {result ? <Result report={result.report} sentence={result.sentence} /> : null}
      <section className="panel" aria-label={words.title}>
        <VerifyForm problem={problem} />
      </section>
    </Shell>
  );
}

const TONES: Readonly<Record<VerifyReport['state'], readonly [tone: Tone, sign: string, label: string]>> = {
  locked: ['ok', '✓', words.ok],
  'self-consistent': ['wait', '?', words.self],
  draft: ['wait', 'N', words.self],
  'unknown-lock': ['warn', '?', words.wrong],
  differs: ['bad', '≠', words.wrong],
  unreadable: ['bad', '!', words.wrong],
};

function Result({ report, sentence }: { report: VerifyReport; sentence: string }) {
  const [tone, sign, label] = TONES[report.state];
  return (
    <section className="panel" aria-labelledby="result" role="status">
      <h2 id="result">{words.result}</h2>
      <StateChip boxed tone={tone} sign={sign}>
        {label}
      </StateChip>
      {report.ok ? <p>{sentence}</p> : <Note tone="bad">{sentence}</Note>}
      <dl className="kv">
        <dt>{words.name}</dt>
        <dd>{report.file}</dd>
        <dt>{words.stated}</dt>
        <dd className="hash">{report.stated ?? words.none}</dd>
        {report.computed ? (
          <>
            <dt>{words.computed}</dt>
            <dd className="hash">{report.computed}</dd>
          </>
        ) : null}
        <dt>{words.fileSha}</dt>
        <dd className="hash">{report.fileSha256}</dd>
      </dl>
      <Differences report={report} />
      {report.lock ? (
        <p>
          <a className="btn" href={hrefs.report(report.lock.period, report.lock.version)}>
            {words.openLock}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Differences({ report }: { report: VerifyReport }) {
  if (report.differences.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className="box" aria-label={words.place} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.locked}</th>
            <th scope="col">{words.given}</th>
          </tr>
        </thead>
        <tbody>
          {report.differences.map((difference) => (
            <tr key={difference.place}>
              <th scope="row">{difference.place}</th>
              <td className="msg">{difference.locked}</td>
              <td className="msg cellerr">{difference.given}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
