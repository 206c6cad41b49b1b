import { isTakenBack, organisationHrefs, spanWords } from '#organisations/public.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import type { ClusterView } from '../cluster-view.ts';
import { clusterText as text } from '../messages-pages.vi.ts';

/** Every term of a head or deputy unit there ever was. */
export function Terms({ view }: { view: ClusterView }) {
  if (view.terms.length === 0) return <p className="muted">{text.noTerms}</p>;
  return (
    <TableBox label={text.terms}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.office}</th>
            <th scope="col">{text.unit}</th>
            <th scope="col">{text.representative}</th>
            <th scope="col">{text.span}</th>
            {view.may.keepTerms ? <th scope="col">{text.act}</th> : null}
          </tr>
        </thead>
        <tbody>
          {view.terms.map((term) => (
            <tr key={term.id}>
              <th scope="row">{text.offices[term.office]}</th>
              <td>{term.unitName}</td>
              <td>{term.fullName || <span className="muted">{text.vacant}</span>}</td>
              <td className={isTakenBack(term) ? 'num old' : 'num'}>{spanWords(term)}</td>
              {view.may.keepTerms ? (
                <td>
                  <a href={organisationHrefs.cluster(view.code, view.on, `nhiem-ky:${term.id}`)}>
                    {text.correct}
                    <span className="sr"> {`${text.offices[term.office]} ${term.unitName}`}</span>
                  </a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

/** From when until when which unit was in the cluster. */
export function Memberships({ view }: { view: ClusterView }) {
  return (
    <TableBox label={text.memberships}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.unit}</th>
            <th scope="col">{text.span}</th>
            {view.may.configure ? <th scope="col">{text.act}</th> : null}
          </tr>
        </thead>
        <tbody>
          {view.memberships.map((one) => (
            <tr key={`${one.allianceCode}@${one.validFrom}`}>
              <th scope="row">
                <a href={organisationHrefs.alliance(one.allianceCode, one.validFrom)}>{one.allianceName}</a>
              </th>
              <td className={isTakenBack(one) ? 'num old' : 'num'}>{spanWords(one)}</td>
              {view.may.configure ? (
                <td>
                  <a
                    href={organisationHrefs.cluster(
                      view.code,
                      view.on,
                      `tham-gia:${one.allianceCode}@${one.validFrom}`,
                    )}
                  >
                    {text.correct}
                    <span className="sr"> {one.allianceName}</span>
                  </a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
