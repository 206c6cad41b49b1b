import { Note } from '#platform/ui/empty.tsx';
import type { Merge } from '../edit-form.ts';
import { fieldLabels } from '../messages.vi.ts';
import { cardText, editText as text } from '../messages-pages.vi.ts';
import type { FactValue } from '../model.ts';
import type { OrganisationView } from '../organisation-view.ts';
import { valueText } from '../value-text.ts';

/** Field by field what stood there, what one typed and what someone else wrote; a verified value is picked beforehand. */
export function MergeTable({ merge, view }: { merge: Merge; view: OrganisationView }) {
  const sectors = new Map(view.sectors.map((sector) => [sector.code, sector.name]));
  const verified = new Set(view.origins.filter((origin) => origin.verified).map((origin) => origin.field));
  const shown = (field: string, value: FactValue) => valueText(field, value, sectors) || cardText.empty;
  const heads = text.mergeHeads;
  return (
    <>
      <Note tone="warn">{merge.rows.length === 0 ? text.mergeNone(merge.by) : text.mergeTitle(merge.by)}</Note>
      {merge.rows.length === 0 ? null : (
        <div className="box">
          <table className="merge cards">
            <thead>
              <tr>
                {Object.values(heads).map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {merge.rows.map(({ field, seen, mine, theirs }) => (
                <tr key={field}>
                  <th scope="row">{fieldLabels[field] ?? field}</th>
                  <td data-label={heads.seen} className="muted wraps">
                    {shown(field, seen)}
                  </td>
                  <td data-label={heads.mine} className="wraps">
                    <label>
                      <input
                        type="radio"
                        name={`keep-${field}`}
                        value="mine"
                        defaultChecked={!verified.has(field)}
                        required
                      />
                      {shown(field, mine)}
                    </label>
                  </td>
                  <td data-label={heads.theirs} className="wraps">
                    <label>
                      <input type="radio" name={`keep-${field}`} value="theirs" defaultChecked={verified.has(field)} />
                      {shown(field, theirs)}
                    </label>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
