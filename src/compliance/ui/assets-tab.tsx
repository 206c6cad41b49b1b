import type { FormProblem } from '#platform/http/problem.ts';
import { formatDong } from '#platform/i18n/format.ts';
import { Drawer } from '#platform/ui/drawer.tsx';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { CommandForm, Field, SelectField } from '#platform/ui/forms.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { removeText, assetText as text } from '../messages-pages.vi.ts';
import type { AssetKind, AssetOrigin, AssetState } from '../model.ts';
import type { AssetsView } from '../organisation-page.ts';
import { EntryHistory } from './entry-history.tsx';

type Row = AssetsView['assets'][number];

/** Assets of an organisation; what is outdated stands out and is counted. */
export function AssetsTab({ view }: { view: AssetsView }) {
  const { assets, entries, top } = view;
  const count = (state: AssetState) => assets.filter((asset) => asset.state === state).length;
  const outdated = assets.filter(({ outdated: why }) => why === 'age' || why === 'state').length;
  return (
    <>
      {assets.length === 0 ? (
        <div className="box">
          <Empty icon="book" title={text.empty}>
            {text.emptyWhy}
          </Empty>
        </div>
      ) : (
        <>
          <p className="small">
            {`${text.counts(assets.length, outdated)}. ${text.states3(count('good'), count('worn'), count('broken'))}.`}
          </p>
          <TableBox label={text.title}>
            <table className="assets">
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
                {assets.map((asset) => (
                  <AssetRow key={asset.id} asset={asset} mayKeep={top.mayKeep} />
                ))}
              </tbody>
            </table>
          </TableBox>
        </>
      )}
      <EntryHistory entries={entries} say={sayField} />
    </>
  );
}

function AssetRow({ asset, mayKeep }: { asset: Row; mayKeep: boolean }) {
  const { id, kind, title, madeYear, origin, valueDong, state, needs, outdated } = asset;
  return (
    <tr>
      <th scope="row">
        {title}
        <small className="muted block">{text.kinds[kind]}</small>
      </th>
      <td className="num">{madeYear ?? '—'}</td>
      <td>{text.origins[origin]}</td>
      <td className="num">{formatDong(valueDong)}</td>
      <td>
        {text.states[state]}{' '}
        {outdated === 'age' || outdated === 'state' ? (
          <StateChip tone="warn" sign="!">
            {text.outdated[outdated]}
          </StateChip>
        ) : null}
        {outdated === 'unknown' ? <small className="muted block">{text.outdated.unknown}</small> : null}
      </td>
      <td>{needs}</td>
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
  if (field === 'kind') return text.kinds[value as AssetKind] ?? value;
  if (field === 'origin') return text.origins[value as AssetOrigin] ?? value;
  if (field === 'state') return text.states[value as AssetState] ?? value;
  return field === 'valueDong' ? formatDong(BigInt(value)) : value;
}

export function AssetDrawer({ asset, problem }: { asset: Row | null; problem: FormProblem | undefined }) {
  const options = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  const number = { inputMode: 'numeric', autoComplete: 'off' } as const;
  return (
    <Drawer title={asset ? text.edit : text.add} closeHref="?">
      <CommandForm problem={problem} submitLabel={text.save} cancelHref="?">
        <input type="hidden" name="act" value="save" />
        <input type="hidden" name="rowId" value={asset?.id ?? ''} />
        <input type="hidden" name="seenVersion" value={asset?.version ?? 0} />
        <SelectField
          name="kind"
          label={text.kind}
          problem={problem}
          defaultValue={asset?.kind ?? 'machine'}
          options={options(text.kinds)}
        />
        <Field
          name="title"
          label={text.name}
          problem={problem}
          defaultValue={asset?.title ?? ''}
          autoComplete="off"
          maxLength={200}
          required
        />
        <Field
          name="madeYear"
          label={text.madeYear}
          hint={text.madeYearHint}
          problem={problem}
          defaultValue={asset?.madeYear ?? ''}
          {...number}
        />
        <SelectField
          name="origin"
          label={text.origin}
          problem={problem}
          defaultValue={asset?.origin ?? 'unknown'}
          options={options(text.origins)}
        />
        <Field
          name="valueDong"
          label={text.value}
          problem={problem}
          defaultValue={asset?.valueDong == null ? '' : String(asset.valueDong)}
          {...number}
        />
        <SelectField
          name="state"
          label={text.state}
          problem={problem}
          defaultValue={asset?.state ?? 'good'}
          options={options(text.states)}
        />
        <Field
          name="needs"
          label={text.needs}
          hint={text.needsHint}
          problem={problem}
          defaultValue={asset?.needs ?? ''}
          autoComplete="off"
          maxLength={200}
        />
      </CommandForm>
    </Drawer>
  );
}
