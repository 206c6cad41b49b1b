import { roleNames } from '#platform/auth/messages.vi.ts';
import { load } from '#platform/http/submit.ts';
import { Empty, TableBox } from '#platform/ui/empty.tsx';
import { Field, SelectField } from '#platform/ui/forms.tsx';
import { Icon } from '#platform/ui/icon.tsx';
import { PageHeader } from '#platform/ui/page-header.tsx';
import { Pager } from '#platform/ui/pager.tsx';
import { Shell } from '#platform/ui/shell.tsx';
import { readPeopleAddress, writePeopleAddress } from '../address.ts';
import { stateNames, text } from '../messages.vi.ts';
import type { Person, Unit } from '../model.ts';
import { mayManage, unitsToSee } from '../permissions.ts';
import type { PeopleFilter } from '../queries.ts';
import { listPeople } from '../queries.ts';
import { PersonChip, spanText } from '../ui/grants.tsx';
import peopleCss from '../ui/people.css?url';
import { unitsOn } from '../units.ts';
import type { Route } from './+types/people.ts';

const PAGE = '/van-phong/nguoi-dung';

export const loader = (args: Route.LoaderArgs) =>
  load(args, async (ctx) => {
    const reach = unitsToSee(ctx);
    const { filter, at } = readPeopleAddress(new URL(args.request.url).searchParams);
    const { all, nameOf } = await unitsOn(ctx);
    const page = await listPeople(ctx, filter, at);
    const people = page.people.map((person) => ({
      ...person,
      rights: person.grants.map((grant) => ({ ...grant, place: nameOf(grant.scope) })),
    }));
    const units = reach === 'all' ? all : all.filter(({ scope }) => reach.includes(scope));
    return { filter, page: { ...page, people }, units, isManager: mayManage(ctx.actor) };
  });

export default function People({ loaderData }: Route.ComponentProps) {
  const { filter, page, units, isManager } = loaderData;
  const words = text.list;
  return (
    <Shell title={words.title} crumbs={[{ label: text.area, href: PAGE }, { label: words.title }]}>
      <link rel="stylesheet" href={peopleCss} precedence="page" />
      <PageHeader
        title={words.title}
        sub={isManager ? words.sub : words.subRead}
        actions={
          <>
            <a className="btn" href={`${PAGE}/tai${writePeopleAddress(filter)}`}>
              <Icon name="download" />
              {words.download}
            </a>
            {isManager ? (
              <a className="btn primary" href={`${PAGE}/them`}>
                <Icon name="person" />
                {words.add}
              </a>
            ) : null}
          </>
        }
      />
      <Filters filter={filter} units={units} />
      {page.people.length === 0 ? (
        <div className="box">
          <Empty icon="search" title={words.empty}>
            {words.emptyWhy}
          </Empty>
        </div>
      ) : (
        <PeopleTable people={page.people} />
      )}
      <Pager
        previousHref={page.previous && `${PAGE}${writePeopleAddress(filter, { before: page.previous })}`}
        nextHref={page.next && `${PAGE}${writePeopleAddress(filter, { after: page.next })}`}
      >
        {words.shown(page.people.length, page.total)}
      </Pager>
    </Shell>
  );
}

function Filters({ filter, units }: { filter: PeopleFilter; units: readonly Unit[] }) {
  const words = text.list;
  const optionsOf = (names: Readonly<Record<string, string>>, every: string) => [
    { value: '', label: every },
    ...Object.entries(names).map(([value, label]) => ({ value, label })),
  ];
  return (
    <form className="people-filters" action={PAGE} aria-label={words.filters}>
      <Field
        name="tim"
        label={words.question}
        defaultValue={filter.question}
        maxLength={100}
        placeholder={words.questionHint}
      />
      <SelectField
        name="vai-tro"
        label={words.role}
        defaultValue={filter.role}
        options={optionsOf(roleNames, words.everyRole)}
      />
      <SelectField
        name="don-vi"
        label={words.unit}
        defaultValue={filter.scope}
        options={[
          { value: '', label: words.everyUnit },
          ...units.map(({ scope, name }) => ({ value: scope, label: name })),
        ]}
      />
      <SelectField
        name="tinh-trang"
        label={words.state}
        defaultValue={filter.state}
        options={optionsOf(stateNames, words.everyState)}
      />
      <p className="tools">
        <button className="btn" type="submit">
          {words.apply}
        </button>
        <a className="btn plain" href={PAGE}>
          {words.clear}
        </a>
      </p>
    </form>
  );
}

type ShownPerson = Person & { readonly rights: readonly (Person['grants'][number] & { readonly place: string })[] };

function PeopleTable({ people }: { people: readonly ShownPerson[] }) {
  const words = text.list;
  return (
    <TableBox label={words.caption}>
      <table className="people">
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, login, rights, state }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${PAGE}/${id}`}>{name}</a>
              </th>
              <td className="code">{login}</td>
              <td>
                {rights.length === 0 ? (
                  <span className="muted">{words.noGrant}</span>
                ) : (
                  <ul>
                    {rights.map((grant) => (
                      <li key={`${grant.role} ${grant.scope} ${grant.validFrom}`}>
                        {`${roleNames[grant.role]} · ${grant.place}`} <small className="muted">{spanText(grant)}</small>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td>
                <PersonChip state={state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
