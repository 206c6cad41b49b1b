import type { IsoDate } from '#kernel/time.ts';
import { roleNames } from '#platform/auth/messages.vi.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { text } from '../messages.vi.ts';
import type { HeldGrant } from '../model.ts';
import { lastDayText } from './grants.tsx';

type ShownGrant = HeldGrant & { readonly place: string };
interface HistoryProps {
  readonly grants: readonly ShownGrant[];
  readonly today: IsoDate;
  readonly here: string;
  /** Whether rights can be ended from here. */
  readonly isManager: boolean;
}

/** Every right there ever was; a line is never changed, only ended. */
export function GrantHistory({ grants, today, here, isManager }: HistoryProps) {
  const words = text.person;
  return (
    <section className="part" aria-labelledby="grants">
      <h2 id="grants">{words.grants}</h2>
      {grants.length === 0 ? (
        <p className="muted">{words.noGrants}</p>
      ) : (
        <TableBox label={words.grants}>
          <table className="people">
            <thead>
              <tr>
                {words.grantColumns.map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
                {isManager ? (
                  <th scope="col">
                    <span className="sr">{words.end}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {grants.map((grant) => (
                <GrantRow
                  key={`${grant.role} ${grant.scope} ${grant.validFrom}`}
                  {...{ grant, today, here, isManager }}
                />
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </section>
  );
}

function GrantRow({ grant, today, here, isManager }: { readonly grant: ShownGrant } & Omit<HistoryProps, 'grants'>) {
  const { role, scope, validFrom, validUntil, place } = grant;
  const state = stateOf(grant, today);
  const address = new URLSearchParams({ viec: 'thoi', quyen: `${role} ${scope} ${validFrom}` });
  return (
    <tr>
      <th scope="row">{roleNames[role]}</th>
      <td>{place}</td>
      <td>{formatDate(validFrom)}</td>
      <td>{state === 'never' ? '' : lastDayText(validUntil)}</td>
      <td>
        <GrantState state={state} />
      </td>
      {isManager ? (
        <td className="r">
          {state === 'now' || state === 'future' ? (
            <a
              className="btn s"
              href={`${here}?${address}#drawer`}
              aria-label={text.person.endOf(roleNames[role], place)}
            >
              {text.person.end}
            </a>
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}

type GrantStateName = keyof typeof text.person.grantStates;

function stateOf({ validFrom, validUntil }: HeldGrant, today: IsoDate): GrantStateName {
  if (validUntil === validFrom) return 'never';
  if (validUntil !== null && validUntil <= today) return 'over';
  return validFrom > today ? 'future' : 'now';
}

function GrantState({ state }: { state: GrantStateName }) {
  const chips = {
    now: { tone: 'ok', sign: '✓' },
    future: { tone: 'wait', sign: '→' },
    over: { tone: 'idle', sign: '–' },
    never: { tone: 'idle', sign: '×' },
  } as const;
  return <StateChip {...chips[state]}>{text.person.grantStates[state]}</StateChip>;
}
