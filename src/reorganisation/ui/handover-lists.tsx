import { formatDate, formatMoment, formatNumber } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { CommandForm } from '#platform/ui/forms.tsx';
import { labels } from '#reporting/messages.vi.ts';
import type { HandoverView } from '../handover-view.ts';
import { hrefs } from '../hrefs.ts';
import { handoverText as text } from '../messages-pages.vi.ts';

/** Open calls, open work and locked reports that go over to the new head. */
export function HandedOver({ view: { calls, tasks, reports } }: { view: HandoverView }) {
  return (
    <>
      <h2>{text.calls}</h2>
      {calls.length === 0 ? <p className="muted">{text.noCalls}</p> : <Calls calls={calls} />}
      <h2>{text.tasks}</h2>
      {tasks.length === 0 ? <p className="muted">{text.noTasks}</p> : <Tasks tasks={tasks} />}
      <h2>{text.reports}</h2>
      {reports.length === 0 ? (
        <p className="muted">{text.noReports}</p>
      ) : (
        <ul className="box pad">
          {reports.map(({ period, versions }) => (
            <li key={period}>
              <a href={`/van-phong/ky/${period}/bao-cao`}>{text.report(period, versions)}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Calls({ calls }: Pick<HandoverView, 'calls'>) {
  return (
    <TableBox label={text.calls}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.period}</th>
            <th scope="col">{text.state}</th>
            <th scope="col" className="r">
              {text.passed}
            </th>
            <th scope="col">{text.due}</th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <tr key={call.period}>
              <th scope="row">
                <a href={`/van-phong/ky/${call.period}`}>{call.period}</a> {call.title}
              </th>
              <td>{labels.callState[call.state]}</td>
              <td className="r">{`${formatNumber(call.passed)}/${formatNumber(call.of)}`}</td>
              <td className="num">{formatDate(call.due)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Tasks({ tasks }: Pick<HandoverView, 'tasks'>) {
  return (
    <TableBox label={text.tasks}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.task}</th>
            <th scope="col">{text.period}</th>
            <th scope="col">{text.due}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ period, task, due }) => (
            <tr key={`${period} ${task}`}>
              <th scope="row" className="msg">
                {task}
              </th>
              <td>{period}</td>
              <td className="num">{due}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** What was kept, with the hash of each file. */
export function Packages({ view: { packages, code, may } }: { view: HandoverView }) {
  return (
    <section className="box pad stack" id="goi" aria-label={text.packages}>
      <h2>{text.packages}</h2>
      {may.keepPackage ? (
        <>
          <p className="muted">{text.packageHint}</p>
          <CommandForm submitLabel={text.makePackage}>
            <input type="hidden" name="act" value="package" />
          </CommandForm>
        </>
      ) : null}
      {packages.length === 0 ? <p className="muted">{text.noPackages}</p> : null}
      {packages.map((one) => (
        <article key={one.id}>
          <h3>{one.endsOn ? text.ended(formatDate(one.endsOn)) : text.copy}</h3>
          <p>
            <a href={hrefs.package(code, one.id)}>{`${text.download} ${one.fileName}`}</a>{' '}
            <small className="muted">{text.madeBy(formatMoment(one.madeAt), one.madeBy)}</small>
          </p>
          <p className="code">{one.sha256}</p>
          <details>
            <summary>{text.listing(one.listing.length)}</summary>
            <ul className="listing">
              {one.listing.map((file) => (
                <li key={file.name}>
                  {file.name} · {formatNumber(file.bytes)} B<span className="code block">{file.sha256}</span>
                </li>
              ))}
            </ul>
          </details>
        </article>
      ))}
    </section>
  );
}
