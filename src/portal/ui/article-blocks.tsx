import { text } from '../messages.vi.ts';
import { plainOf } from '../plain.ts';
import type { DrawnBlock } from '../resolve.ts';
import { boundHeading } from '../typography.ts';
import { Inlines, sourceHref } from './inlines.tsx';
import { Scene } from './scene.tsx';

export function Block({ block }: { block: DrawnBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'heading':
      return <h2>{boundHeading(plainOf(block.inlines))}</h2>;
    case 'note':
      return (
        <p className="note">
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'photo':
      return (
        <figure>
          <Scene name={block.scene} />
          <figcaption>
            <span className="vh">{block.alt} </span>
            {block.caption}
          </figcaption>
        </figure>
      );
    case 'tasks':
      return (
        <ol className="agreed">
          {block.items.map((item) => (
            <li key={item}>
              <span>{item}</span>
            </li>
          ))}
        </ol>
      );
    case 'figure-table':
      return <FigureTable table={block} />;
  }
}

function FigureTable({ table }: { table: DrawnBlock & { kind: 'figure-table' } }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="scroll" aria-label={table.caption} tabIndex={0}>
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.article.table.province}</th>
            <th scope="col" className="n">
              {table.unitName}
            </th>
            <th scope="col" className="n">
              {text.article.table.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.unitCode}>
              <th scope="row">{row.provinceName}</th>
              <td className="n">
                <a className="chip" href={sourceHref(row.ref)}>
                  {row.value}
                </a>
              </td>
              <td className="n">{row.share}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.article.table.total}</th>
            <td className="n">{table.total}</td>
            <td className="n">{table.totalShare}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
