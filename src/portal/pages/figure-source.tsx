import { Refused } from '#kernel/refusal.ts';
import { load } from '#platform/http/submit.ts';
import { figureSource } from '../figure-source.ts';
import { newestLocked } from '../locked.ts';
import { text } from '../messages.vi.ts';
import { sourceHref } from '../ui/inlines.tsx';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/figure-source';

export const meta: Route.MetaFunction = () => [{ title: text.lineage.title }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const wanted = new URL(args.request.url).searchParams.get('so') ?? '';
    const file = await newestLocked(ctx);
    const source = file && figureSource(file, wanted);
    if (!source) throw new Refused({ code: 'portal.figure.not-found', facts: { wanted } });
    return source;
  });

export default function FigureSourcePage({ loaderData: source }: Route.ComponentProps) {
  return (
    <SimplePage title={text.lineage.title} section={{ href: '/so-lieu', label: text.figures.pageTitle }}>
      <p className="stat">
        <b>{source.value}</b>
        <span>
          {source.name} · {source.place}
        </span>
      </p>
      <div className="fact spaced">
        <dl>
          <dt>{text.lineage.definition}</dt>
          <dd>{source.definition}</dd>
          <dt>{text.lineage.locked}</dt>
          <dd>{source.lock}</dd>
          <dt>{text.article.hash}</dt>
          <dd className="hash">{source.hash}</dd>
          {source.submitted ? (
            <>
              <dt>{text.lineage.submitted}</dt>
              <dd>{source.submitted}</dd>
            </>
          ) : null}
          {source.workbook ? (
            <>
              <dt>{text.lineage.workbook}</dt>
              <dd>
                {source.workbook.fileName} <span className="hash">sha256 {source.workbook.sha256}</span>
              </dd>
            </>
          ) : null}
        </dl>
      </div>
      {source.parts.length > 0 ? <Parts parts={source.parts} /> : <p className="def">{text.lineage.stops}</p>}
    </SimplePage>
  );
}

function Parts({ parts }: { parts: readonly { place: string; value: string; ref: string }[] }) {
  return (
    <table className="spaced">
      <caption>{text.lineage.parts}</caption>
      <thead>
        <tr>
          <th scope="col">{text.lineage.unit}</th>
          <th scope="col" className="n">
            {text.lineage.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.ref}>
            <th scope="row">{part.place}</th>
            <td className="n">
              <a className="chip" href={sourceHref(part.ref)}>
                {part.value}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
