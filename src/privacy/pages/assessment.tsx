import { redirect } from 'react-router';
import { z } from 'zod';
import { load, submit } from '#platform/http/submit.ts';
import { Note, TableBox } from '#platform/ui/empty.tsx';
import { ErrorSummary } from '#platform/ui/forms.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import registerCss from '#register/ui/register.css?url';
import { flowsOf } from '../assessment.ts';
import { issueAssessment } from '../commands/issue-assessment.ts';
import { readDataMap } from '../data-map.ts';
import { text as words } from '../messages.vi.ts';
import { mayIssue, requireMapReader } from '../permissions.ts';
import { lastAssessment } from '../queries.ts';
import { FlowTable, PairTable } from '../ui/assessment-tables.tsx';
import privacyCss from '../ui/privacy.css?url';
import type { Route } from './+types/assessment.ts';

const AREA = '/van-phong/du-lieu-ca-nhan';
const PAGE = `${AREA}/ho-so-danh-gia`;
const text = words.assessment;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireMapReader(ctx);
    const { columns, sha256 } = await readDataMap();
    const last = await lastAssessment(ctx);
    return {
      flows: flowsOf(columns),
      columns: columns.length,
      sensitive: columns.filter(({ sensitivity }) => sensitivity === 'sensitive').length,
      last: last ?? null,
      isDraft: last?.mapSha256 !== sha256,
      mayIssue: mayIssue(ctx.actor),
    };
  });

/** The one act of this page: making the assessment of today. */
export const action = (args: Route.ActionArgs) =>
  submit(args, z.object({}), async (ctx) => {
    await issueAssessment(ctx);
    return redirect(PAGE);
  });

export default function Assessment({ loaderData, actionData }: Route.ComponentProps) {
  const { flows, columns, sensitive, last, isDraft } = loaderData;
  return (
    <Shell title={text.title} crumbs={[{ label: words.area, href: AREA }, { label: text.crumb }]}>
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <link rel="stylesheet" href={privacyCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={text.sub}
        actions={
          <>
            <a className="btn" href={`${PAGE}/tai`}>
              <Icon name="download" />
              {text.download}
            </a>
            {loaderData.mayIssue ? (
              <form method="post">
                <button className="btn primary" type="submit">
                  {text.issue}
                </button>
              </form>
            ) : null}
          </>
        }
      />
      <ErrorSummary problem={actionData} />
      <Note tone={last && !isDraft ? 'info' : 'warn'}>
        {last === null ? text.never : `${text.issued(last.at, last.by)} ${text.due(last.dueOn)}`}
        {last !== null && isDraft ? ` ${text.draft}` : null}
      </Note>
      <section className="box pad">
        <h2>{text.systems}</h2>
        <dl className="pairs">
          {text.systemsText.map(([what, how]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
        <p>{text.counts(columns, sensitive)}</p>
      </section>
      <h2>{text.flows}</h2>
      <TableBox label={text.flows}>
        <FlowTable flows={flows} />
      </TableBox>
      <section className="box pad measures">
        <h2>{text.measures}</h2>
        <ul>
          {text.measuresText.map((measure) => (
            <li key={measure}>{measure}</li>
          ))}
        </ul>
      </section>
      <h2>{text.risks}</h2>
      <TableBox label={text.risks}>
        <PairTable heads={[text.riskHeads.risk, text.riskHeads.measure]} rows={text.risksText} />
      </TableBox>
      <p className="signature">{text.sign}</p>
    </Shell>
  );
}
