import type { Alliance } from '#organisations/public.ts';
import { listAlliances } from '#organisations/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { MemberFilter, MemberList } from './listing.ts';
import { LIST_PAGE, listMembers, STANDINGS } from './listing.ts';
import { alliancesToRead } from './permissions.ts';

export type ListAddress = Pick<MemberFilter, 'standing' | 'isUnpaid' | 'year' | 'question' | 'page'>;

/** Reads `tinh-trang`, `chua-dong`, `nam`, `tim`, `trang`; what makes no sense asks nothing. */
export function readListAddress(search: URLSearchParams, today: string): ListAddress {
  const [page, year] = [Number(search.get('trang') ?? '1'), Number(search.get('nam') ?? today.slice(0, 4))];
  return {
    standing: STANDINGS.find((one) => one === search.get('tinh-trang')) ?? '',
    isUnpaid: search.get('chua-dong') === '1',
    year: Number.isInteger(year) && year >= 1945 && year <= 2100 ? year : Number(today.slice(0, 4)),
    question: (search.get('tim') ?? '').slice(0, 200).trim(),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of the same question with something changed; a new question begins at its first page. */
export function listHref(address: ListAddress, change: Partial<ListAddress> = {}, end = ''): string {
  const { standing, isUnpaid, year, question, page } = { ...address, page: 1, ...change };
  const search = new URLSearchParams();
  if (standing) search.set('tinh-trang', standing);
  if (isUnpaid) search.set('chua-dong', '1');
  if (isUnpaid) search.set('nam', String(year));
  if (question) search.set('tim', question);
  if (page > 1) search.set('trang', String(page));
  const asked = search.size > 0 ? `?${search}` : '';
  return `/van-phong/so-bo/thanh-vien${end}${asked}`;
}

export interface MemberListView {
  readonly list: MemberList;
  readonly alliances: readonly Alliance[];
}

/** The members of every alliance that the actor may read. */
export async function readMembers(ctx: Ctx, address: ListAddress, size = LIST_PAGE): Promise<MemberListView> {
  const reach = alliancesToRead(ctx);
  const all = await listAlliances(ctx.read, ctx.today);
  const alliances = reach === 'all' ? all : all.filter(({ code }) => reach.includes(code));
  const within = alliances.map(({ id }) => id);
  return { list: await listMembers(ctx.read, { ...address, within, size }), alliances };
}
