import { Refused } from '#kernel/refusal.ts';
import { isOfficeRole } from '#platform/access/roles.ts';
import { listDelegations } from '#platform/delegation/queries.server.ts';
import { load } from '#platform/http/submit.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { giversFor } from '../givers.ts';
import { words } from '../messages.delegation.vi.ts';
import { text } from '../messages.vi.ts';
import { DelegationChip } from '../ui/delegation-chip.tsx';
import { spanText } from '../ui/grants.tsx';
import peopleCss from '../ui/people.css?url';
import { unitsOn } from '../units.ts';
import type { Route } from './+types/delegations.ts';

const PAGE = '/van-phong/uy-quyen';

/** Whoever works here sees what concerns themselves; leaders and inspectors their units. */
export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    if (!ctx.actor.grants.some(({ role }) => isOfficeRole(role)))
      throw new Refused({ code: 'platform.access.denied', facts: {} });
    const { nameOf } = await unitsOn(ctx);
    const delegations = await listDelegations(ctx);
    return {
      today: ctx.today,
      mayGive: (await giversFor(ctx)).length > 0,
      delegations: delegations.map((each) => ({ ...each, place: nameOf(each.scope) })),
    };
  });

export default function Delegations({ loaderData }: Route.ComponentProps) {
  const { delegations, today, mayGive } = loaderData;
  return (
    <Shell title={words.title} crumbs={[{ label: text.area, href: PAGE }, { label: words.title }]}>
      <link rel="stylesheet" href={peopleCss} precedence="page" />
      <PageHeader
        title={words.title}
        sub={words.sub}
        actions={
          mayGive ? (
            <a className="btn primary" href={`${PAGE}/moi`}>
              <Icon name="pen" />
              {words.add}
            </a>
          ) : null
        }
      />
      {delegations.length === 0 ? (
        <div className="box">
          <Empty icon="pen" title={words.empty}>
            {words.emptyWhy}
          </Empty>
        </div>
      ) : (
        <TableBox label={words.caption}>
          <table className="people">
            <thead>
              <tr>
                {words.columns.map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {delegations.map((each) => (
                <tr key={each.id}>
                  <td>{`${each.kind}.`}</td>
                  <td>{each.fromName}</td>
                  <th scope="row">
                    <a href={`${PAGE}/${each.id}`}>{each.toName}</a>
                  </th>
                  <td>{each.place}</td>
                  <td>{spanText(each)}</td>
                  <td>
                    <DelegationChip delegation={each} today={today} />
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
