import type { ReactNode } from 'react';
import { TableBox } from '#platform/ui/empty.tsx';
import { Pager } from '#platform/ui/pager.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { text } from '../messages-pages.vi.ts';
import type { PreviewMessage, PreviewRow } from '../model.ts';
import type { PreviewPage } from '../views.ts';

const words = text.preview;

interface PreviewTableProps {
  readonly page: PreviewPage;
  readonly hrefOf: (page: number) => string;
}

/** One group of the preview. */
export function PreviewTable({ page, hrefOf }: PreviewTableProps) {
  const label = words.group[page.group];
  if (page.of === 0) return <p className="box pad muted">{words.emptyGroup(label)}</p>;
  return (
    <>
      <TableBox label={words.caption(label, page.of)}>
        <GroupTable page={page} />
      </TableBox>
      {page.pages > 1 ? (
        <Pager
          previousHref={page.page > 1 ? hrefOf(page.page - 1) : null}
          nextHref={page.page < page.pages ? hrefOf(page.page + 1) : null}
        >
          {words.shown(page.from, page.from + page.rows.length + page.messages.length - 1, page.of)}
        </Pager>
      ) : null}
    </>
  );
}

function GroupTable({ page }: { page: PreviewPage }) {
  switch (page.group) {
    case 'error':
      return <MessageTable messages={page.messages} last={words.toMend} />;
    case 'look':
      return <MessageTable messages={page.messages} last={words.toLook} />;
    case 'changed':
      return <ChangeTable rows={page.rows} which="changes" heads={[words.inRegister, words.willBe]} />;
    case 'conflict':
      return <ChangeTable rows={page.rows} which="conflicts" heads={[words.kept, words.waits]} />;
    default:
      return <RowTable rows={page.rows} />;
  }
}

function Head({ heads }: { heads: readonly ReactNode[] }) {
  return (
    <thead>
      <tr>
        {heads.map((head, index) => (
          <th scope="col" key={index}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function MessageTable({ messages, last }: { messages: readonly PreviewMessage[]; last: string }) {
  return (
    <table className="messages">
      <Head heads={[words.sheet, words.cell, words.name, words.column, words.inFile, last]} />
      <tbody>
        {messages.map((message, index) => (
          <tr key={index}>
            <td>{message.sheet || words.wholeFile}</td>
            <td className="num">{message.cell}</td>
            <td>{message.name}</td>
            <td>{message.head}</td>
            <td className={message.severity === 'error' && message.typed ? 'cellerr num' : 'num'}>{message.typed}</td>
            <td className="msg">
              {message.severity === 'error' ? null : <SeverityChip severity={message.severity} />} {message.text}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SeverityChip({ severity }: Pick<PreviewMessage, 'severity'>) {
  const tone = severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : 'idle';
  return (
    <StateChip tone={tone} sign={words.severitySign[severity]}>
      {words.severity[severity]}
    </StateChip>
  );
}

function ChangeTable({
  rows,
  which,
  heads,
}: {
  rows: readonly PreviewRow[];
  which: 'changes' | 'conflicts';
  heads: readonly [string, string];
}) {
  return (
    <table>
      <Head heads={[words.sheet, words.row, words.name, words.column, ...heads]} />
      <tbody>
        {rows.flatMap((row) =>
          row[which].map((change, index) => (
            <tr key={`${row.sheet} ${row.rowNo} ${change.head}`}>
              <td>{index === 0 ? row.sheet : ''}</td>
              <td className="num">{index === 0 ? row.rowNo : ''}</td>
              <td>{index === 0 ? row.name : ''}</td>
              <td>{change.head}</td>
              <td className="num">
                {which === 'changes' ? <span className="old">{change.before}</span> : <b>{change.before}</b>}
              </td>
              <td className="num">{which === 'changes' ? <b>{change.after}</b> : change.after}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function RowTable({ rows }: { rows: readonly PreviewRow[] }) {
  return (
    <table>
      <Head heads={[words.sheet, words.row, words.name, words.place, words.code]} />
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.sheet} ${row.rowNo}`}>
            <td>{row.sheet}</td>
            <td className="num">{row.rowNo}</td>
            <td>{row.name}</td>
            <td>{row.place}</td>
            <td className="num">{row.code}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
