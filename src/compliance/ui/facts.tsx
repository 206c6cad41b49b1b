import { parseIsoDate } from '#kernel/time.ts';
import type { FormProblem } from '#platform/http/problem.ts';
import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { TableBox } from '#platform/ui/empty.tsx';
import { CommandForm, Field, SelectField } from '#platform/ui/forms.tsx';
import { removeText, factText as text } from '../messages-pages.vi.ts';
import type { Entry, FactKind, KnownFact } from '../model.ts';
import { EntryHistory } from './entry-history.tsx';

interface FactsProps {
  readonly facts: readonly KnownFact[];
  readonly entries: readonly Entry[];
  readonly mayKeep: boolean;
}

/** What legal rules ask and the register has not: as of a day, with its source. */
export function Facts({ facts, entries, mayKeep }: FactsProps) {
  return (
    <div className="stack">
      <h2>{text.title}</h2>
      <p className="small muted">{text.why}</p>
      {facts.length === 0 ? (
        <p className="small muted">{text.empty}</p>
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
              {facts.map((fact) => (
                <tr key={fact.id}>
                  <th scope="row">{text.kinds[fact.kind]}</th>
                  <td className="num">{formatDate(fact.knownOn)}</td>
                  <td className="num">{fact.amount === null ? '' : formatNumber(fact.amount)}</td>
                  <td>{fact.source}</td>
                  <td className="entry-acts">
                    {mayKeep ? <a href={`?dua-ra=${fact.id}#drawer`}>{removeText.open}</a> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      <EntryHistory entries={entries} say={sayField} />
    </div>
  );
}

function sayField(field: string, value: string): string {
  if (field === 'kind') return text.kinds[value as FactKind] ?? value;
  const day = parseIsoDate(value);
  return day ? formatDate(day) : field === 'amount' ? formatNumber(value) : value;
}

export function FactDrawer({ problem }: { problem: FormProblem | undefined }) {
  return (
    <Drawer title={text.add} closeHref="?">
      <CommandForm problem={problem} submitLabel={text.add} cancelHref="?">
        <input type="hidden" name="act" value="save" />
        <SelectField
          name="kind"
          label={text.kind}
          problem={problem}
          defaultValue="general-meeting"
          options={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
        />
        <Field
          name="knownOn"
          label={text.knownOn}
          hint={text.knownOnHint}
          problem={problem}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <Field
          name="amount"
          label={text.amount}
          hint={text.amountHint}
          problem={problem}
          inputMode="decimal"
          autoComplete="off"
        />
        <Field
          name="source"
          label={text.source}
          hint={text.sourceHint}
          problem={problem}
          autoComplete="off"
          maxLength={200}
          required
        />
      </CommandForm>
    </Drawer>
  );
}
