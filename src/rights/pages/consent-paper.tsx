import { load } from '#platform/http/submit.ts';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { CONTACT } from '../kept.ts';
import { text as words } from '../messages.vi.ts';
import { requireRights } from '../permissions.ts';
import { consentTexts, placeOfOrganisation } from '../queries.ts';
import rightsCss from '../ui/rights.css?url';
import type { Route } from './+types/consent-paper.ts';

const text = words.paper;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const place = await placeOfOrganisation(ctx.read, new URL(args.request.url).searchParams.get('to-chuc') ?? '');
    requireRights(ctx, 'rights.record-consents', place.allianceCode);
    const texts = await consentTexts(ctx.read, ctx.today);
    return { id: place.id, name: place.name, texts: texts.filter(({ purpose }) => purpose !== CONTACT) };
  });

/** What is read and signed: one empty square for each purpose. */
export default function ConsentPaper({ loaderData: { id, name, texts } }: Route.ComponentProps) {
  return (
    <Shell
      title={text.title}
      crumbs={[
        { label: words.area },
        { label: words.consent.title, href: `/van-phong/dong-y?to-chuc=${id}` },
        { label: text.title },
      ]}
    >
      <link rel="stylesheet" href={rightsCss} precedence="page" />
      <PageHeader title={text.title} sub={`${text.organisation}: ${name}`} />
      <p className="small muted rights-noprint">
        {text.print} · <a href={`/van-phong/dong-y?to-chuc=${id}`}>{text.back}</a>
      </p>
      <div className="rights-sheet">
        <p>{text.intro}</p>
        {texts.map((each) => (
          <section key={each.purpose}>
            <h2>
              {each.title} <small className="muted">({text.version(each.version)})</small>
            </h2>
            <dl className="kv">
              {Object.entries(words.ask.parts).map(([part, label]) => (
                <div key={part} className="rights-pair">
                  <dt>{label}</dt>
                  <dd>{each[part as keyof typeof words.ask.parts]}</dd>
                </div>
              ))}
            </dl>
            <p className="tickline">
              <span className="square" aria-hidden="true" />
              {text.agree}
            </p>
          </section>
        ))}
        <div className="rights-lines">
          <p>{text.signer}</p>
          <p>{text.day}</p>
          <p>{text.signature}</p>
        </div>
      </div>
    </Shell>
  );
}
