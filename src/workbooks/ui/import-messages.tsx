import { TableBox } from '#platform/ui/empty.tsx';
import { text } from '../messages-pages.vi.ts';
import type { Message, UndoReport } from '../model.ts';
import { SeverityChip } from './preview-table.tsx';

const words = text.preview;

/** What was told when the workbook came in. */
export function ImportMessages({ messages }: { messages: readonly Message[] }) {
  if (messages.length === 0) return <p className="box pad muted">{text.one.noMessages}</p>;
  return (
    <TableBox label={text.one.messages}>
      <div className="cap">
        <h2>{text.one.messages}</h2>
      </div>
      <table className="flow messages">
        <thead>
          <tr>
            <th scope="col">{words.sheet}</th>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.toLook}</th>
          </tr>
        </thead>
        <tbody>
          {messages.map((message, index) => (
            <tr key={index}>
              <td data-label={words.sheet}>{message.sheet || words.wholeFile}</td>
              <td data-label={words.cell} className="num">
                {message.cell}
              </td>
              <td className="msg">
                <SeverityChip severity={message.severity} /> {message.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** What an undo left as it was, because someone has changed it since. */
export function KeptList({ kept }: { kept: UndoReport['excluded'] }) {
  if (kept.length === 0) return null;
  return (
    <section className="box pad stack" aria-labelledby="kept-head">
      <h2 id="kept-head">{text.done.keptHead}</h2>
      <ul className="kept">
        {kept.map((one) => (
          <li key={one.subjectId}>
            <b>{one.name}</b> <span className="muted">{one.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
