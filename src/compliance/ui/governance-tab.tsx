import { addDays, type IsoDate, parseIsoDate } from '#kernel/time.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { Empty, Note, TableBox } from '#platform/ui/empty.tsx';
import { CommandForm, Field, SelectField } from '#platform/ui/forms.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { removeText, governanceText as text } from '../messages-pages.vi.ts';
import type { ManagerRole, Qualification } from '../model.ts';
import type { GovernanceView } from '../organisation-page.ts';
import { EntryHistory } from './entry-history.tsx';

type Row = GovernanceView['managers'][number];

/** Management bodies of an organisation: who, term, qualification, training; terms that are over stand out. */
export function GovernanceTab({ view }: { view: GovernanceView }) {
  const { managers, bodies, entries, top } = view;
  const expired = managers.filter(({ flag }) => flag === 'expired').length;
  return (
    <>
      {bodies.map(({ body, persons, end, limit }) => (
        <Note tone="warn" key={body}>
          {text.body(text.bodies[body], persons, end, limit)}
        </Note>
      ))}
      {expired > 0 ? <Note tone="warn">{text.expiredCount(expired)}</Note> : null}
      {managers.length === 0 ? (
        <div className="box">
          <Empty icon="person" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        <TableBox label={text.title}>
          <table className="managers">
            <thead>
              <tr>
                {text.columns.map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {managers.map((manager) => (
                <ManagerRow key={manager.id} manager={manager} mayKeep={top.mayKeep} />
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {top.maySeePersons ? null : <p className="small muted">{text.hiddenWhy}</p>}
      <EntryHistory entries={entries} say={sayField} />
    </>
  );
}

function ManagerRow({ manager, mayKeep }: { manager: Row; mayKeep: boolean }) {
  const { id, role, fullName, termFrom, termUntil, qualification, training, flag } = manager;
  return (
    <tr>
      <th scope="row">{fullName ?? <span className="muted">{text.hidden}</span>}</th>
      <td>{text.roles[role]}</td>
      <td>
        {text.term(termFrom, termUntil === null ? null : addDays(termUntil, -1))}{' '}
        {flag ? (
          <StateChip tone={flag === 'expired' ? 'bad' : 'warn'} sign="!">
            {text.flags[flag]}
          </StateChip>
        ) : null}
      </td>
      <td>{text.qualifications[qualification]}</td>
      <td>{training}</td>
      <td className="entry-acts">
        {mayKeep ? (
          <>
            <a href={`?sua=${id}#drawer`}>{text.edit}</a>
            <a href={`?dua-ra=${id}#drawer`}>{removeText.open}</a>
          </>
        ) : null}
      </td>
    </tr>
  );
}

function sayField(field: string, value: string): string {
  if (field === 'role') return text.roles[value as ManagerRole] ?? value;
  if (field === 'qualification') return text.qualifications[value as Qualification] ?? value;
  const day = parseIsoDate(value);
  return day ? formatDate(day) : value;
}

interface ManagerDrawerProps {
  /** Null: somebody new. */
  readonly manager: Row | null;
  readonly today: IsoDate;
  readonly problem: FormProblem | undefined;
}

export function ManagerDrawer({ manager, today, problem }: ManagerDrawerProps) {
  const options = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  const day = { inputMode: 'numeric', autoComplete: 'off' } as const;
  const last = manager?.termUntil ? addDays(manager.termUntil, -1) : null;
  return (
    <Drawer title={manager ? text.edit : text.add} closeHref="?">
      <CommandForm problem={problem} submitLabel={text.save} cancelHref="?">
        <input type="hidden" name="act" value="save" />
        <input type="hidden" name="rowId" value={manager?.id ?? ''} />
        <input type="hidden" name="seenVersion" value={manager?.version ?? 0} />
        <SelectField
          name="role"
          label={text.role}
          problem={problem}
          defaultValue={manager?.role ?? 'director'}
          options={options(text.roles)}
        />
        <Field
          name="fullName"
          label={text.fullName}
          hint={text.fullNameHint}
          problem={problem}
          defaultValue={manager?.fullName ?? ''}
          autoComplete="off"
          maxLength={200}
          required
        />
        <Field
          name="termFrom"
          label={text.termFrom}
          problem={problem}
          defaultValue={formatDate(manager?.termFrom ?? today)}
          {...day}
          required
        />
        <Field
          name="termLast"
          label={text.termLast}
          hint={text.termLastHint}
          problem={problem}
          defaultValue={last ? formatDate(last) : ''}
          {...day}
        />
        <SelectField
          name="qualification"
          label={text.qualification}
          problem={problem}
          defaultValue={manager?.qualification ?? 'unknown'}
          options={options(text.qualifications)}
        />
        <Field
          name="training"
          label={text.training}
          hint={text.trainingHint}
          problem={problem}
          defaultValue={manager?.training ?? ''}
          autoComplete="off"
          maxLength={200}
        />
      </CommandForm>
    </Drawer>
  );
}
