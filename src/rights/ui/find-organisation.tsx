import { Empty } from '#platform/ui/empty.tsx';
import { Field } from '#platform/ui/forms.tsx';

interface Words {
  readonly find: string;
  readonly search: string;
  readonly none: string;
}

/** Finds an organisation by a part of its name; each one found leads on. */
export function FindOrganisation({
  words,
  asked,
  found,
  hrefOf,
}: {
  words: Words;
  asked: string;
  found: readonly { readonly id: string; readonly name: string; readonly place: string }[];
  hrefOf: (id: string) => string;
}) {
  return (
    <div className="stack">
      <form className="rights-find">
        <Field name="tim" label={words.find} type="search" defaultValue={asked} />
        <button className="btn" type="submit">
          {words.search}
        </button>
      </form>
      {asked !== '' && found.length === 0 ? <Empty icon="search" title={words.none} /> : null}
      {found.length > 0 ? (
        <ul className="box todo pad">
          {found.map(({ id, name, place }) => (
            <li key={id}>
              <a href={hrefOf(id)}>{name}</a>
              <small>{place}</small>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
