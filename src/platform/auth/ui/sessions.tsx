import { formatMoment } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { text } from '../messages.account.vi.ts';
import type { OwnSignIn } from '../own-account.server.ts';
import { ACCOUNT } from '../own-door.ts';
import type { ListedSession } from '../sessions.server.ts';

interface ShownSession extends ListedSession {
  readonly device: string;
  readonly isHere: boolean;
}

/** The living sessions of the account; each but this one can be ended. */
export function Sessions({ sessions }: { sessions: readonly ShownSession[] }) {
  const words = text.account.sessions;
  const [device, method, begun, seen] = words.columns;
  return (
    <>
      <h2>{words.title}</h2>
      <TableBox label={words.title}>
        <table className="list fits">
          <thead>
            <tr>
              <th scope="col">{device}</th>
              <th scope="col">{method}</th>
              <th scope="col">{begun}</th>
              <th scope="col">{seen}</th>
              <th scope="col">
                <span className="sr">{words.revoke}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.id}>
                <th scope="row">
                  {session.device} {session.isHere ? <span className="here">({words.here})</span> : null}
                </th>
                <td>{text.methods[session.method]}</td>
                <td data-label={begun}>{formatMoment(session.createdAt)}</td>
                <td data-label={seen}>{formatMoment(session.lastSeenAt)}</td>
                <td className="do">{session.isHere ? null : <Revoke session={session} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <div className="tools">
        {sessions.length > 1 ? (
          <form method="post" action={ACCOUNT}>
            <input type="hidden" name="act" value="revoke-others" />
            <button className="btn" type="submit">
              {words.revokeOthers}
            </button>
          </form>
        ) : null}
        <span className="small muted">{words.idle}</span>
      </div>
    </>
  );
}

function Revoke({ session }: { session: ShownSession }) {
  const words = text.account.sessions;
  return (
    <form method="post" action={ACCOUNT}>
      <input type="hidden" name="act" value="revoke" />
      <input type="hidden" name="session" value={session.id} />
      <button
        className="btn s"
        type="submit"
        aria-label={words.revokeNamed(session.device, formatMoment(session.createdAt))}
      >
        {words.revoke}
      </button>
    </form>
  );
}

/** What happened at the door lately, the newest first. */
export function SignIns({ signIns }: { signIns: readonly OwnSignIn[] }) {
  const words = text.account.signIns;
  const [at, result, how, device] = words.columns;
  return (
    <>
      <h2>{words.title}</h2>
      <TableBox label={words.title}>
        <table className="list fits">
          <thead>
            <tr>
              <th scope="col">{at}</th>
              <th scope="col">{result}</th>
              <th scope="col">{how}</th>
              <th scope="col">{device}</th>
            </tr>
          </thead>
          <tbody>
            {signIns.map((each, index) => (
              <tr key={index}>
                <th scope="row">{formatMoment(each.at)}</th>
                <td>
                  <StateChip tone={each.result === 'opened' ? 'ok' : 'bad'} sign={each.result === 'opened' ? '✓' : '!'}>
                    {words.results[each.result]}
                  </StateChip>
                </td>
                <td>{text.methods[each.how ?? ''] ?? words.none}</td>
                <td>{each.device ?? words.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="small muted">{words.strange}</p>
    </>
  );
}
