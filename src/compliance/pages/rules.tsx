import { redirect } from 'react-router';
import { load, submit } from '#platform/http/submit.ts';
import { Empty, Note } from '#platform/ui/empty.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import type { CatalogueAddress } from '../catalogue.ts';
import { readCatalogue, readCatalogueAddress, SUBJECT_NAMES, writeCatalogueAddress } from '../catalogue.ts';
import { ChangeRule, changeRule } from '../commands/change-rule.ts';
import { hrefs } from '../hrefs.ts';
import { catalogueText as text } from '../messages.vi.ts';
import { mayChangeRules, requireCompliance } from '../permissions.ts';
import complianceCss from '../ui/compliance.css?url';
import { RuleDrawer } from '../ui/rule-drawer.tsx';
import { RuleTable } from '../ui/rule-table.tsx';
import type { Route } from './+types/rules.ts';

const addressOf = (request: Request) => readCatalogueAddress(new URL(request.url).searchParams);

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const address = addressOf(args.request);
    return { address, catalogue: await readCatalogue(ctx, address), mayChange: mayChangeRules(ctx.actor) };
  });

export const action = (args: Route.ActionArgs) =>
  submit(
    args,
    ChangeRule,
    async (ctx, input) => {
      await changeRule(ctx, input);
      return redirect(hrefs.rules(writeCatalogueAddress({ ...addressOf(args.request), act: '' })));
    },
    async (ctx) => requireCompliance(ctx, 'compliance.change-rules'),
  );

/** `/van-phong/quan-tri/quy-tac`: every dated value by subject, with citation, whether verified, span and history. */
export default function Rules({ loaderData, actionData }: Route.ComponentProps) {
  const { address, catalogue, mayChange } = loaderData;
  const closeHref = hrefs.rules(writeCatalogueAddress({ ...address, open: '', act: '' }));
  return (
    <Shell
      title={text.title}
      crumbs={[{ label: text.area }, { label: text.title }]}
      drawer={
        catalogue.open ? (
          <RuleDrawer
            rule={catalogue.open}
            past={catalogue.past}
            address={address}
            mayChange={mayChange}
            problem={actionData}
            closeHref={closeHref}
          />
        ) : undefined
      }
    >
      <link rel="stylesheet" href={complianceCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={`${text.sub} ${text.count(catalogue.all, catalogue.unverified)}.`}
        actions={<Downloads address={address} />}
      />
      {catalogue.unverified > 0 ? <Note tone="warn">{text.statement(catalogue.unverified)}</Note> : null}
      <Filter address={address} counts={catalogue.counts} />
      {catalogue.groups.length === 0 ? (
        <div className="box">
          <Empty icon="book" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        catalogue.groups.map((group) => <RuleTable key={group.subject} {...group} address={address} />)
      )}
    </Shell>
  );
}

function Downloads({ address }: { address: CatalogueAddress }) {
  const query = writeCatalogueAddress({ ...address, open: '', act: '' });
  const href = (format: string) => hrefs.rulesFile(`${query}${query ? '&' : '?'}dang=${format}`);
  return (
    <>
      <a className="btn" href={href('xlsx')}>
        <Icon name="download" />
        {text.xlsx}
      </a>
      <a className="btn" href={href('csv')}>
        {text.csv}
      </a>
    </>
  );
}

function Filter({
  address,
  counts,
}: {
  address: CatalogueAddress;
  counts: Route.ComponentProps['loaderData']['catalogue']['counts'];
}) {
  return (
    <form className="rule-filter" aria-label={text.filter}>
      <div className="field">
        <label htmlFor="f-muc">{text.subject}</label>
        <select className="in" id="f-muc" name="muc" defaultValue={address.subject}>
          <option value="">{text.all}</option>
          {SUBJECT_NAMES.filter((name) => counts[name]).map((name) => (
            <option key={name} value={name}>
              {`${text.subjects[name]} (${counts[name]?.all ?? 0})`}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="f-ngay">{text.on}</label>
        <input className="in" id="f-ngay" name="ngay" type="date" defaultValue={address.on ?? ''} />
      </div>
      <label className="check-line">
        <input type="checkbox" name="chua" value="1" defaultChecked={address.isUnverifiedOnly} />
        {text.onlyUnverified}
      </label>
      <div className="tools">
        <button className="btn" type="submit">
          {text.apply}
        </button>
        <a className="btn plain" href={hrefs.rules()}>
          {text.clear}
        </a>
      </div>
    </form>
  );
}
