import { decimalOf, isWhole } from '#kernel/fraction.ts';
import { load } from '#platform/http/submit.ts';
import { formatShare } from '#platform/i18n/format.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import registerCss from '#register/ui/register.css?url';
import { readBehindAddress } from '../address.ts';
import type { BehindView } from '../behind.ts';
import { readBehind } from '../behind.ts';
import { figureText } from '../figures.ts';
import { compareText, behindText as text } from '../messages.vi.ts';
import bordersCss from '../ui/borders.css?url';
import type { Route } from './+types/behind.ts';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const address = readBehindAddress(new URL(args.request.url).searchParams);
    return { address, view: await readBehind(ctx, address) };
  });

export default function Behind({ loaderData }: Route.ComponentProps) {
  const { address, view } = loaderData;
  if (!address) return null;
  return (
    <Shell
      title={text.title}
      crumbs={[
        { label: compareText.register, href: '/van-phong/so-bo' },
        { label: compareText.title, href: '/van-phong/so-bo/dia-gioi' },
        { label: text.title },
      ]}
    >
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <link rel="stylesheet" href={bordersCss} precedence="page" />
      <PageHeader
        title={text.title}
        chip={<span className="pill plain num">{text.count(view.total)}</span>}
        sub={text.sub(view.measure.label, view.groupName, address.on, address.bordersOn)}
      />
      {view.records.length === 0 ? (
        <div className="box">
          <Empty icon="book" title={text.none}>
            {text.noneWhy}
          </Empty>
        </div>
      ) : (
        <Records view={view} />
      )}
      {view.records.length < view.total ? <p className="small">{text.cut(view.records.length, view.total)}</p> : null}
    </Shell>
  );
}

function Records({ view }: { view: BehindView }) {
  const adds = view.measure.kind === 'sum';
  return (
    <TableBox label={text.title}>
      <table className="cards borders-table">
        <thead>
          <tr>
            <th scope="col">{text.columns.name}</th>
            <th scope="col">{text.columns.code}</th>
            <th scope="col">{text.columns.commune}</th>
            <th scope="col">{text.columns.share}</th>
            {adds ? (
              <th scope="col" className="r">
                {text.columns.amount}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {view.records.map((record) => (
            <tr key={record.id}>
              <th scope="row" className="name">
                <a href={`/van-phong/so-bo/${record.id}`}>{record.name}</a>
              </th>
              <td data-label={text.columns.code}>{record.code ?? text.noCode}</td>
              <td data-label={text.columns.commune}>{record.communeName ?? '—'}</td>
              <td data-label={text.columns.share}>
                {isWhole(record.share) ? text.whole : text.estimated(formatShare(decimalOf(record.share)))}
              </td>
              {adds ? (
                <td className="r" data-label={text.columns.amount}>
                  {figureText(view.measure, record.amount)}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
