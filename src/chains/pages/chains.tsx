import { redirect } from 'react-router';
import { z } from 'zod';
import { clean } from '#kernel/text-vi.ts';
import { load, submit } from '#platform/http/submit.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import { Empty, Note, TableBox } from '#platform/ui/empty.tsx';
import { CommandForm, Field, SelectField } from '#platform/ui/forms.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import registerCss from '#register/ui/register.css?url';
import { addChain } from '../commands/add-chain.ts';
import { text } from '../messages.vi.ts';
import { mayKeep } from '../permissions.ts';
import { readChainsView } from '../view.ts';
import type { Route } from './+types/chains.ts';

const line = z.string().default('').transform(clean).pipe(z.string().max(200, text.tooLong));
const AddChain = z.object({
  act: z.literal('chain'),
  allianceCode: z.string(),
  name: line.pipe(z.string().min(1, text.nameMissing)),
  product: line,
});

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const view = await readChainsView(ctx);
    const own = view.alliances.filter(({ code }) => mayKeep(ctx.actor, code));
    return { ...view, own };
  });

export const action = (args: Route.ActionArgs) =>
  submit(args, AddChain, async (ctx, input) => {
    await addChain(ctx, input);
    return redirect('/van-phong/so-bo/chuoi-gia-tri');
  });

/** `/van-phong/so-bo/chuoi-gia-tri`: cooperatives in value chains, evidenced beside declared, and the chains themselves. */
export default function Chains({ loaderData, actionData }: Route.ComponentProps) {
  const { own, chains, alliances } = loaderData;
  return (
    <Shell title={text.title} crumbs={[{ label: 'Sổ bộ', href: '/van-phong/so-bo' }, { label: text.title }]}>
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <PageHeader title={text.title} sub={text.sub} />
      <Counts data={loaderData} />
      <TableBox label={text.chains}>
        <div className="cap">
          <h2>{text.chains}</h2>
        </div>
        {chains.length === 0 ? (
          <Empty icon="link" title={text.noChains}>
            {text.noChainsWhy}
          </Empty>
        ) : (
          <table className="cards">
            <thead>
              <tr>
                {[text.name, text.product, text.alliance].map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chains.map((chain) => (
                <tr key={chain.id}>
                  <th scope="row" className="name wraps">
                    {chain.name}
                  </th>
                  <td data-label={text.product}>{chain.product}</td>
                  <td data-label={text.alliance}>{alliances.find(({ id }) => id === chain.allianceId)?.shortName}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </TableBox>
      {own.length === 0 ? null : (
        <section className="box pad stack">
          <h2>{text.addChain}</h2>
          <CommandForm problem={actionData} submitLabel={text.addChain}>
            <input type="hidden" name="act" value="chain" />
            {own.length === 1 ? (
              <input type="hidden" name="allianceCode" value={own[0]?.code} />
            ) : (
              <SelectField
                name="allianceCode"
                label={text.alliance}
                problem={actionData}
                options={own.map(({ code, shortName }) => ({ value: code, label: shortName }))}
              />
            )}
            <Field name="name" label={text.name} maxLength={200} problem={actionData} required />
            <Field name="product" label={text.product} maxLength={200} problem={actionData} />
          </CommandForm>
        </section>
      )}
    </Shell>
  );
}

function Counts({ data }: { data: Route.ComponentProps['loaderData'] }) {
  const { rows, total, periodName, firstDay, lastDay } = data;
  if (periodName === null) return <Note>{text.noPeriod}</Note>;
  return (
    <TableBox label={text.counts}>
      <div className="cap">
        <h2>{text.counts}</h2>
        <span className="end">{text.period(firstDay, lastDay)}</span>
      </div>
      <table className="cards">
        <thead>
          <tr>
            {[text.alliance, text.evidenced, text.saidOnly, text.declared(periodName)].map((head, at) => (
              <th scope="col" className={at > 0 ? 'r' : undefined} key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows, ...(rows.length > 1 ? [total] : [])].map((row) => (
            <tr key={row.name}>
              <th scope="row" className="name">
                {row.name}
              </th>
              <td data-label={text.evidenced} className="r">
                {formatNumber(row.evidenced)}
              </td>
              <td data-label={text.saidOnly} className="r">
                {formatNumber(row.saidOnly)}
              </td>
              <td data-label={text.declared(periodName)} className="r">
                {formatNumber(row.declared)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pad-s small muted">{text.countsWhy}</p>
    </TableBox>
  );
}
