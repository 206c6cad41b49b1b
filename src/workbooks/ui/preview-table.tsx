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
      {page.beyond > 0 ? <p className="muted">{words.beyond(page.of, page.beyond)}</p> : null}
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

/** A head, and for narrow screens the word that each cell of its column bears. */
function Head({ heads }: { heads: readonly string[] }) {
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th scope="col" key={head}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function MessageTable({ messages, last }: { messages: readonly PreviewMessage[]; last: string }) {
  return (
    <table className="flow messages">
      <Head heads={[words.sheet, words.cell, words.name, words.column, words.inFile, last]} />
      <tbody>
        {messages.map((message, index) => (
          <tr key={index}>
            <td data-label={words.sheet}>{message.sheet || words.wholeFile}</td>
            <td data-label={words.cell} className="num">
              {message.cell}
            </td>
            <td data-label={words.name}>{message.name}</td>
            <td data-label={words.column}>{message.head}</td>
            <td
              data-label={words.inFile}
              className={message.severity === 'error' && message.typed ? 'cellerr num' : 'num'}
            >
              {message.typed}
            </td>
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

interface ChangeTableProps {
  readonly rows: readonly PreviewRow[];
  readonly which: 'changes' | 'conflicts';
  readonly heads: readonly [string, string];
}

function ChangeTable({ rows, which, heads: [before, after] }: ChangeTableProps) {
  return (
    <table className="flow">
      <Head heads={[words.sheet, words.row, words.name, words.column, before, after]} />
      <tbody>
        {rows.flatMap((row) =>
          row[which].map((change, index) => (
            <tr key={`${row.sheet} ${row.rowNo} ${change.head}`}>
              <td data-label={words.sheet}>{index === 0 ? row.sheet : ''}</td>
              <td data-label={words.row} className="num">
                {index === 0 ? row.rowNo : ''}
              </td>
              <td data-label={words.name}>{index === 0 ? row.name : ''}</td>
              <td data-label={words.column}>{change.head}</td>
              <td data-label={before} className="num">
                {which === 'changes' ? <span className="old">{change.before}</span> : <b>{change.before}</b>}
              </td>
              <td data-label={after} className="num">
                {which === 'changes' ? <b>{change.after}</b> : change.after}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function RowTable({ rows }: { rows: readonly PreviewRow[] }) {
  return (
    <table className="flow">
      <Head heads={[words.sheet, words.row, words.name, words.place, words.code]} />
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.sheet} ${row.rowNo}`}>
            <td data-label={words.sheet}>{row.sheet}</td>
            <td data-label={words.row} className="num">
              {row.rowNo}
            </td>
            <td data-label={words.name}>{row.name}</td>
            <td data-label={words.place}>{row.place}</td>
            <td data-label={words.code} className="num">
              {row.code}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
