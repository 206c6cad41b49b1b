import { isRole, scopeKindOf } from '#platform/access/roles.ts';
import { stateNames } from './messages.vi.ts';
import type { PeopleCursor, PeopleFilter } from './queries.ts';

const LOGIN = /^[a-z0-9][a-z0-9._@-]{2,59}$/;

/** What no address of ours would say is passed over. */
export function readPeopleAddress(params: URLSearchParams): {
  readonly filter: PeopleFilter;
  readonly at: PeopleCursor;
} {
  const word = (name: string) => (params.get(name) ?? '').normalize('NFC').trim().slice(0, 100).toWellFormed();
  const state = word('tinh-trang');
  const cursor = (name: string) => (LOGIN.test(word(name)) ? word(name) : null);
  return {
    filter: {
      question: word('tim'),
      role: isRole(word('vai-tro')) ? word('vai-tro') : '',
      scope: scopeKindOf(word('don-vi')) ? word('don-vi') : '',
      state: Object.hasOwn(stateNames, state) ? (state as PeopleFilter['state']) : '',
    },
    at: { after: cursor('sau'), before: cursor('truoc') },
  };
}

export function writePeopleAddress(filter: PeopleFilter, at: Partial<PeopleCursor> = {}): string {
  const params = new URLSearchParams();
  const set = (name: string, value: string | null | undefined) => value && params.set(name, value);
  set('tim', filter.question);
  set('vai-tro', filter.role);
  set('don-vi', filter.scope);
  set('tinh-trang', filter.state);
  set('sau', at.after);
  set('truoc', at.before);
  return params.size > 0 ? `?${params}` : '';
}
