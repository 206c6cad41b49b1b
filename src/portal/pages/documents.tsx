import { listInstruments } from '#legal/public.ts';
import { load } from '#platform/http/submit.ts';
import { documentRows } from '../documents.ts';
import { text } from '../messages.vi.ts';
import { DocumentState } from '../ui/side-lists.tsx';
import { SimplePage } from '../ui/simple-page.tsx';
import type { Route } from './+types/documents';

export const meta: Route.MetaFunction = () => [{ title: text.documents.title }];

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => ({ rows: documentRows(await listInstruments(ctx.read), ctx.today) }));

export default function Documents({ loaderData }: Route.ComponentProps) {
  return (
    <SimplePage title={text.documents.title}>
      <p className="sub">{text.documents.intro}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label={text.documents.title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.documents.number}</th>
              <th scope="col">{text.documents.name}</th>
              <th scope="col">{text.documents.issued}</th>
              <th scope="col">{text.documents.effect}</th>
            </tr>
          </thead>
          <tbody>
            {loaderData.rows.map((row) => (
              <tr key={row.number} id={row.anchor}>
                <th scope="row" className="nb">
                  {row.number}
                </th>
                <td>{row.title}</td>
                <td className="nb">{row.issued}</td>
                <td>
                  <DocumentState row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="def">{text.documents.unverified}</p>
    </SimplePage>
  );
}
