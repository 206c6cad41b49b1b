import { load } from '#platform/http/submit.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import registerCss from '#register/ui/register.css?url';
import { isToCheck } from '../assessment.ts';
import { byTable, readDataMap } from '../data-map.ts';
import {
  maskingLabels,
  peopleLabels,
  purposeLabels,
  retentionLabels,
  sensitivityLabels,
  text,
  viewerLabels,
} from '../messages.vi.ts';
import type { MappedColumn } from '../model.ts';
import { requireMapReader } from '../permissions.ts';
import privacyCss from '../ui/privacy.css?url';
import type { Route } from './+types/data-map.ts';

const PAGE = '/van-phong/du-lieu-ca-nhan';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    requireMapReader(ctx);
    const { columns } = await readDataMap();
    return { tables: [...byTable(columns)], columns: columns.length };
  });

export default function DataMapPage({ loaderData }: Route.ComponentProps) {
  const { tables, columns } = loaderData;
  return (
    <Shell title={text.map.title} crumbs={[{ label: text.area, href: PAGE }, { label: text.map.title }]}>
      <link rel="stylesheet" href={registerCss} precedence="page" />
      <link rel="stylesheet" href={privacyCss} precedence="page" />
      <PageHeader
        title={text.map.title}
        sub={text.map.sub(columns, tables.length)}
        actions={
          <>
            <a className="btn" href={`${PAGE}/luot-xem`}>
              {text.map.readers}
            </a>
            <a className="btn" href={`${PAGE}/ho-so-danh-gia`}>
              {text.map.assessment}
            </a>
            <a className="btn" href={`${PAGE}/tai`}>
              <Icon name="download" />
              {text.map.download}
            </a>
          </>
        }
      />
      {tables.map(([table, those]) => (
        <section key={table} className="map-table">
          <h2 className="code">{table}</h2>
          <TableBox label={text.map.caption(table)}>
            <MapTable columns={those} />
          </TableBox>
        </section>
      ))}
    </Shell>
  );
}

function MapTable({ columns }: { columns: readonly MappedColumn[] }) {
  const { heads } = text.map;
  return (
    <table className="cards data-map">
      <thead>
        <tr>
          {Object.values(heads).map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((one) => (
          <tr key={one.column}>
            <th scope="row" className="code">
              {one.column.slice(one.column.lastIndexOf('.') + 1)}
            </th>
            <td data-label={heads.data}>{one.data}</td>
            <td data-label={heads.people}>{peopleLabels[one.people]}</td>
            <td data-label={heads.purpose}>{purposeLabels[one.purpose]}</td>
            <td data-label={heads.basis}>
              {one.basis} {isToCheck(one.certainty) ? <small className="muted">({text.map.toCheck})</small> : null}
            </td>
            <td data-label={heads.retention}>{retentionLabels[one.retention]}</td>
            <td data-label={heads.viewers}>{one.viewers.map((viewer) => viewerLabels[viewer]).join(', ')}</td>
            <td data-label={heads.sensitivity}>{sensitivityLabels[one.sensitivity]}</td>
            <td data-label={heads.masking}>{maskingLabels[one.masking]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
