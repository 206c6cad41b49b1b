import { formatMoment } from '#platform/i18n/format.ts';
import { Empty, Note, TableBox } from '#platform/ui/empty.tsx';
import type { Factor } from '../factors.server.ts';
import { text } from '../messages.account.vi.ts';
import { ACCOUNT, ENROL, SECOND_STEP, withWayBack } from '../own-door.ts';

const words = text.account.factors;

interface FactorsProps {
  readonly factors: readonly Factor[];
  /** The person proved who they are within the last ten minutes. */
  readonly isFresh: boolean;
  readonly mustHave: boolean;
  readonly codesLeft: number;
}

/** The second factors of the account: add, remove, recovery codes. */
export function Factors({ factors, isFresh, mustHave, codesLeft }: FactorsProps) {
  const isLast = factors.length === 1 && mustHave;
  return (
    <>
      <h2>{words.title}</h2>
      {isFresh ? null : (
        <Note>
          {words.stale} <a href={withWayBack(SECOND_STEP, ACCOUNT)}>{words.proveAgain}</a>
        </Note>
      )}
      {factors.length === 0 ? (
        <div className="box">
          <Empty icon="shield" title={words.none} action={isFresh ? <Add /> : undefined}>
            {words.noneWhy}
          </Empty>
        </div>
      ) : (
        <FactorTable factors={factors} mayRemove={isFresh && !isLast} />
      )}
      {isLast && isFresh ? <p className="small muted">{words.last}</p> : null}
      {factors.length > 0 ? (
        <div className="tools">
          {isFresh ? (
            <>
              <Add />
              <a className="btn" href={`${ACCOUNT}?xac-nhan=ma-khoi-phuc#drawer`}>
                {words.newCodes}
              </a>
            </>
          ) : null}
          <span className="small muted">{words.codesLeft(codesLeft)}</span>
        </div>
      ) : null}
    </>
  );
}

function Add() {
  return (
    <a className="btn" href={ENROL}>
      {words.add}
    </a>
  );
}

function FactorTable({ factors, mayRemove }: { factors: readonly Factor[]; mayRemove: boolean }) {
  const [name, kind, added, used] = words.columns;
  return (
    <TableBox label={words.title}>
      <table className="list fits">
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">{kind}</th>
            <th scope="col">{added}</th>
            <th scope="col">{used}</th>
            {mayRemove ? (
              <th scope="col">
                <span className="sr">{words.acts}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {factors.map((factor) => (
            <tr key={factor.id}>
              <th scope="row">{factor.name}</th>
              <td>{text.kinds[factor.kind]}</td>
              <td data-label={added}>{formatMoment(factor.createdAt)}</td>
              <td data-label={used}>{formatMoment(factor.lastUsedAt)}</td>
              {mayRemove ? (
                <td className="do">
                  <a
                    className="btn s"
                    href={`${ACCOUNT}?xac-nhan=${factor.id}#drawer`}
                    aria-label={words.removeNamed(factor.name)}
                  >
                    {words.remove}
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
