import { formatMoment } from '#platform/i18n/format.ts';
import type { SaidEntry } from '../audit-view.server.ts';
import { detail } from '../details.ts';
import type { LogFilter } from '../log-address.ts';
import { writeLogAddress } from '../log-address.ts';
import { text } from '../messages.vi.ts';

const PAGE = '/van-phong/nhat-ky';
const OPEN_MAX = 2;

/** The entries of one page, newest first. */
export function LogTable({ entries, filter }: { entries: readonly SaidEntry[]; filter: LogFilter }) {
  return (
    <table className="log">
      <thead>
        <tr>
          {Object.values(text.columns).map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="num at">{formatMoment(new Date(entry.at))}</td>
            <td>
              {entry.by}
              <small className="muted">{entry.login ?? text.bySystem}</small>
            </td>
            <th scope="row">
              <a href={`${PAGE}${writeLogAddress({ ...filter, kind: entry.kind })}`}>{entry.said}</a>
            </th>
            <td>
              <Subject entry={entry} filter={filter} />
            </td>
            <td>
              <Details details={entry.details} />
            </td>
            <td className="num place" title={entry.hash}>
              {entry.chain}·{entry.position}
              <small className="code muted">{entry.hash.slice(0, 8)}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Subject({ entry, filter }: { entry: SaidEntry; filter: LogFilter }) {
  const { subject } = entry;
  return (
    <a
      className="code"
      href={`${PAGE}${writeLogAddress({ ...filter, subject })}`}
      title={text.onlySubject(subject)}
      aria-label={text.onlySubject(subject)}
    >
      {subject.length > 20 ? `…${subject.slice(-12)}` : subject}
    </a>
  );
}

function Details({ details }: Pick<SaidEntry, 'details'>) {
  const list = (
    <dl className="facts">
      {details.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{detail(value)}</dd>
        </div>
      ))}
    </dl>
  );
  if (details.length <= OPEN_MAX) return list;
  return (
    <details>
      <summary>{text.more(details.length)}</summary>
      {list}
    </details>
  );
}
