import { dayInVietnam } from '#kernel/time.ts';
import type { AddressToday, UnitId, WrittenAddress } from '#places/public.ts';
import { placeOfAddress } from '#places/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { OrganisationCard } from './organisation-card.ts';

/** The address as the register has its words, and where that is today. */
export interface OrganisationAddress {
  readonly written: WrittenAddress;
  readonly today: AddressToday | null;
}

/** The words of an address are of the day of the record's last change. */
export async function readAddress(ctx: Ctx, { head, facts }: OrganisationCard): Promise<OrganisationAddress> {
  const communeId = typeof facts.communeId === 'string' ? (facts.communeId as UnitId) : null;
  const place = await placeOfAddress(ctx.read, communeId, dayInVietnam(head.updatedAt), ctx.today);
  const word = (name: string) => (typeof facts[name] === 'string' ? facts[name] : '');
  return {
    written: {
      address: word('address'),
      communeText: word('communeText'),
      districtText: word('districtText'),
      provinceName: place.provinceName,
    },
    today: place.today,
  };
}
