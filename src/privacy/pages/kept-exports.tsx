import { load } from '#platform/http/submit.ts';
import { formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { listKeptExports } from '#platform/privacy/kept-export.server.ts';
import { purposeLabels } from '#platform/privacy/messages.vi.ts';
import { Empty, Note, TableBox } from '#platform/ui/empty.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import registerCss from '#register/ui/register.css?url';
import { text as words } from '../messages.vi.ts';
import { requireExporter } from '../permissions.ts';
import privacyCss from '../ui/privacy.css?url';
import type { Route } from './+types/kept-exports.ts';

const PAGE = '/van-phong/ban-xuat';
const text = words.exports;

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireExporter(ctx);
    const { searchParams } = new URL(args.request.url);
    const exports = await listKeptExports(ctx);
    return {
      exports: exports.map((one) => ({ ...one, isExpired: one.expiresAt <= ctx.now })),
      isNew: exports.some(({ id }) => id === searchParams.get('moi')),
    };
  });

export default function KeptExports({ loaderData }: Route.ComponentProps) {
  const { exports, isNew } = loaderData;
  const { heads } = text;
  return (
    <Shell title={text.title} crumbs={[{ label: 'Sổ bộ', href: '/van-phong/so-bo' }, { label: text.crumb }]}>
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <link rel="stylesheet" href={privacyCss} precedence="page" />
      <PageHeader
        title={text.title}
        sub={text.sub}
        actions={
          <a className="btn" href="/van-phong/cho-duyet">
            {text.waiting}
          </a>
        }
      />
      {isNew ? <Note>{text.made}</Note> : null}
      {exports.length === 0 ? (
        <div className="box">
          <Empty icon="download" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        <TableBox label={text.caption}>
          <table className="cards">
            <thead>
              <tr>
                {Object.values(heads).map((head) => (
                  <th scope="col" key={head} className={head === heads.people ? 'r' : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {exports.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.name}</th>
                  <td data-label={heads.purpose}>{purposeLabels[one.purpose]}</td>
                  <td data-label={heads.people} className="r">
                    {formatNumber(one.people)}
                  </td>
                  <td data-label={heads.made} className="num">
                    {formatMoment(one.madeAt)}
                  </td>
                  <td data-label={heads.expires} className="num">
                    {formatMoment(one.expiresAt)}
                  </td>
                  <td data-label={heads.fetch}>
                    {one.isExpired ? (
                      <span className="muted">{text.expired}</span>
                    ) : (
                      <a href={`${PAGE}/${one.id}`} aria-label={text.fetchOf(one.name, formatMoment(one.madeAt))}>
                        {text.fetch}
                      </a>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </Shell>
  );
}
