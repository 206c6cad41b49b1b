import { formatDate } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import type { AllianceView } from '../alliance-view.ts';
import { organisationHrefs as hrefs } from '../hrefs.ts';
import { titleShown } from '../messages.vi.ts';
import { pageText } from '../messages-pages.vi.ts';
import { isTakenBack } from '../rules.ts';
import { spanWords } from '../span-words.ts';

const words = pageText.alliance;

/** Names and seats, memberships, mergers and holders of posts through the times. */
export function AllianceHistory({ view }: { view: AllianceView }) {
  const { successions, alliance } = view;
  return (
    <>
      {successions.length > 0 ? (
        <section className="box pad">
          <h2>{words.successions}</h2>
          <ul>
            {successions.map((one) => {
              const isOwnEnd = one.predecessorCode === alliance.code;
              const [code, name] = isOwnEnd
                ? [one.successorCode, one.successorName]
                : [one.predecessorCode, one.predecessorName];
              return (
                <li key={`${one.predecessorCode}-${one.effectiveOn}`}>
                  {formatDate(one.effectiveOn)}: {isOwnEnd ? words.wentInto : words.cameFrom}{' '}
                  <a href={hrefs.alliance(code, one.effectiveOn)}>{name}</a> {words.decision(one.decisionNo)}
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
      <h2>{words.versions}</h2>
      <Versions view={view} />
      {view.memberships.length > 0 ? (
        <section className="box pad">
          <h2>{words.memberships}</h2>
          <ul>
            {view.memberships.map((one) => (
              <li key={one.validFrom} className={isTakenBack(one) ? 'old' : undefined}>
                <a href={hrefs.cluster(one.clusterCode, one.validFrom)}>{one.clusterName}</a>: {spanWords(one)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {view.positions.length > 0 ? <Holders view={view} /> : null}
    </>
  );
}

function Versions({ view: { versions } }: { view: AllianceView }) {
  return (
    <TableBox label={words.versions}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.facts.name}</th>
            <th scope="col">{words.facts.province}</th>
            <th scope="col">{words.facts.address}</th>
            <th scope="col">{words.columns.from}</th>
            <th scope="col">{words.columns.until}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.validFrom}>
              <th scope="row" className={isTakenBack(version) ? 'msg old' : 'msg'}>
                {version.name}
              </th>
              <td>{version.provinceName}</td>
              <td className="msg">{version.address || <span className="muted">{words.facts.none}</span>}</td>
              <td className="num">{formatDate(version.validFrom)}</td>
              <td className="num">
                {isTakenBack(version) ? words.takenBack : version.validUntil ? formatDate(version.validUntil) : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Holders({ view }: { view: AllianceView }) {
  return (
    <details className="box pad">
      <summary>{words.history}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.title}</th>
            <th scope="col">{words.columns.holder}</th>
            <th scope="col">{words.columns.from}</th>
            {view.mayConfigure ? <th scope="col">{words.columns.act}</th> : null}
          </tr>
        </thead>
        <tbody>
          {view.positions.map((one) => (
            <tr key={one.id}>
              <th scope="row">{titleShown(one)}</th>
              <td className={isTakenBack(one) ? 'old' : undefined}>
                {one.fullName ? `${one.honorific} ${one.fullName}` : words.vacant}
              </td>
              <td className="num">{spanWords(one)}</td>
              {view.mayConfigure ? (
                <td>
                  <a href={hrefs.alliance(view.alliance.code, view.on, `chuc-danh:${one.id}`)}>
                    {words.correct}
                    <span className="sr">
                      {' '}
                      {titleShown(one)} {one.fullName}
                    </span>
                  </a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
