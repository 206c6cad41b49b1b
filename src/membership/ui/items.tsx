import { text } from '../messages.vi.ts';
import type { ChecklistItem } from '../model.ts';

interface ItemsProps {
  readonly checklist: readonly ChecklistItem[];
  readonly present: readonly string[];
}

/** The list with a box for each item that has come in. */
export function ItemBoxes({ checklist, present }: ItemsProps) {
  return (
    <fieldset className="items">
      <legend>{text.items}</legend>
      {checklist.map(({ code, words }) => (
        <label key={code}>
          <input type="checkbox" name="present[]" value={code} defaultChecked={present.includes(code)} />
          <span>{words}</span>
        </label>
      ))}
      <Citation checklist={checklist} />
    </fieldset>
  );
}

/** The same list for reading; `gaps` were named when the dossier was returned. */
export function ItemList({ checklist, present, gaps }: ItemsProps & { readonly gaps: readonly string[] }) {
  return (
    <div className="items">
      <ul>
        {checklist.map(({ code, words }) => {
          const isThere = present.includes(code);
          return (
            <li key={code}>
              <b aria-hidden="true">{isThere ? '✓' : '–'}</b>
              <span>
                {words}{' '}
                <small className="muted">
                  ({isThere ? text.present : gaps.includes(code) ? text.namedMissing : text.missing})
                </small>
              </span>
            </li>
          );
        })}
      </ul>
      <Citation checklist={checklist} />
    </div>
  );
}

function Citation({ checklist }: { checklist: readonly ChecklistItem[] }) {
  const citations = [...new Set(checklist.map(({ citation }) => citation))].join('; ');
  const isUnverified = checklist.some(({ verified }) => !verified);
  return (
    <p className="small muted">
      {text.citation(citations)}
      {isUnverified ? ` (${text.unverified})` : ''}.
    </p>
  );
}
