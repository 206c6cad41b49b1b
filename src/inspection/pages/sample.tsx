import { redirect } from 'react-router';
import { z } from 'zod';
import type { FormProblem } from '#platform/http/problem.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { Empty, Note } from '#platform/ui/empty.tsx';
import { ErrorSummary, Field, SelectField } from '#platform/ui/forms.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import type { SampleAddress } from '../address.ts';
import { readSampleAddress, SIZE_MAX, writeSampleAddress } from '../address.ts';
import { keepSample } from '../commands/keep-sample.ts';
import { listSamples } from '../findings.ts';
import { hrefs } from '../hrefs.ts';
import { findingText } from '../messages.findings.vi.ts';
import { populationLabels, strataLabels, text } from '../messages.vi.ts';
import { STRATA_OF } from '../model.ts';
import type { Sheet } from '../sheet.ts';
import { readSheet } from '../sheet.ts';
import { KeptList } from '../ui/kept-list.tsx';
import sampleCss from '../ui/sample.css?url';
import { SampleSheet } from '../ui/sample-sheet.tsx';
import { StrataTable } from '../ui/strata-table.tsx';
import type { Route } from './+types/sample.ts';

const PAGE = '/van-phong/chon-mau';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const address = readSampleAddress(new URL(args.request.url).searchParams);
    const sheet = await readSheet(ctx, address);
    return { address, sheet, kept: await listSamples(ctx), by: ctx.actor.name, at: formatMoment(ctx.now) };
  });

/** Keeps the sample that the address draws. */
export const action = (args: Route.ActionArgs) =>
  submit(args, z.object({}), async (ctx) => {
    const address = readSampleAddress(new URL(args.request.url).searchParams);
    return redirect(hrefs.sample(await keepSample(ctx, address)));
  });

export default function Sample({ loaderData, actionData }: Route.ComponentProps) {
  const { address, sheet, kept, by, at } = loaderData;
  const problem: FormProblem | undefined =
    address.size === null ? { fields: { co: text.sizeWrong(SIZE_MAX) }, refusal: null, values: {} } : undefined;
  return (
    <Shell title={text.title} crumbs={[{ label: text.area, href: '/van-phong/nhat-ky' }, { label: text.title }]}>
      <link rel="stylesheet" href={sampleCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={text.sub}
        actions={
          sheet.draw && sheet.rows.length > 0 ? (
            <>
              <a className="btn" href={`${PAGE}/tai${writeSampleAddress(address)}`}>
                <Icon name="download" />
                {text.download}
              </a>
              <form method="post" action={`${PAGE}${writeSampleAddress(address)}`}>
                <button className="btn" type="submit" title={findingText.keepWhy}>
                  {findingText.keep}
                </button>
              </form>
            </>
          ) : null
        }
      />
      <ErrorSummary problem={problem ?? actionData} />
      <Conditions address={address} sheet={sheet} problem={problem} />
      <Drawn address={address} sheet={sheet} by={by} at={at} />
      {sheet.draw ? null : <KeptList samples={kept} />}
    </Shell>
  );
}

function Conditions({
  address,
  sheet,
  problem,
}: {
  address: SampleAddress;
  sheet: Sheet;
  problem: FormProblem | undefined;
}) {
  const strata = [...new Set([...STRATA_OF['to-chuc'], ...STRATA_OF['lan-nhap']])];
  return (
    <form className="sample-form" action={PAGE} aria-label={text.form}>
      <SelectField
        name="tu"
        label={text.population}
        defaultValue={address.population}
        options={Object.entries(populationLabels).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="lien-minh"
        label={text.alliance}
        defaultValue={address.allianceCode}
        options={[
          { value: '', label: text.everyAlliance },
          ...sheet.alliances.map(({ code, shortName }) => ({ value: code, label: shortName })),
        ]}
      />
      <SelectField
        name="tang"
        label={text.strata}
        defaultValue={address.strata}
        options={strata.map((value) => ({ value, label: strataLabels[value] }))}
      />
      <Field name="hat" label={text.seed} hint={text.seedHint} defaultValue={address.seed} maxLength={60} required />
      <Field
        name="co"
        label={text.size}
        inputMode="numeric"
        className="n"
        problem={problem}
        defaultValue={address.size ?? ''}
      />
      <p className="tools">
        <button className="btn primary" type="submit">
          {text.draw}
        </button>
      </p>
    </form>
  );
}

function Drawn({ address, sheet, by, at }: { address: SampleAddress; sheet: Sheet; by: string; at: string }) {
  const { draw, rows, columns, population } = sheet;
  if (population === 0)
    return (
      <div className="box">
        <Empty icon="search" title={text.empty}>
          {text.emptyWhy}
        </Empty>
      </div>
    );
  if (!draw)
    return (
      <div className="box">
        <Empty icon="shield" title={text.none}>
          {text.noneWhy}
        </Empty>
      </div>
    );
  return (
    <>
      {(address.size ?? 0) >= population ? <Note>{text.all(population)}</Note> : null}
      <section className="drawn" aria-label={text.sheetTitle(rows.length, population)}>
        <h2>{text.sheetTitle(rows.length, population)}</h2>
        <dl className="kv sample-facts">
          <dt>{text.population}</dt>
          <dd>{`${populationLabels[address.population]} (${formatNumber(population)})`}</dd>
          <dt>{text.facts.seed}</dt>
          <dd className="code">{address.seed}</dd>
          <dt>{text.facts.strata}</dt>
          <dd>{strataLabels[address.strata]}</dd>
          <dt>{text.facts.drawn}</dt>
          <dd>{at}</dd>
          <dt>{text.facts.by}</dt>
          <dd>{by}</dd>
          <dt>{text.facts.fingerprint}</dt>
          <dd className="code">{draw.fingerprint}</dd>
          <dt>{text.facts.method}</dt>
          <dd>{text.facts.methodText}</dd>
        </dl>
        {draw.strata.length > 1 ? <StrataTable draw={draw} /> : null}
      </section>
      <SampleSheet columns={columns} rows={rows} />
      <p className="signature">{text.facts.signature}</p>
    </>
  );
}
