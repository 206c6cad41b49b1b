import type { CreditFundRow } from '#register/public.ts';
import type { Place } from './cooperatives.ts';
import type { Profile } from './profiles.ts';
import type { Random } from './random.ts';

const BILLION = 1_000_000_000n;

/** The people's credit funds of a province. The split of the 200 by province is synthetic and marked so. */
export function fundsOf(profile: Profile, place: Place, random: Random): readonly CreditFundRow[] {
  const names = new Set<string>();
  return Array.from({ length: profile.funds }, () => {
    const commune = communeWithoutFund(place, names, random);
    const loans = (BILLION * BigInt(Math.round(random.around(95, 0.5) * 10))) / 10n;
    const reports = random.chance(0.97);
    const share = random.weighted([
      { item: random.whole(1, 14), weight: 93 },
      { item: random.whole(30, 62), weight: 7 },
    ]);
    return {
      id: null,
      rowNo: 0,
      name: `QTDND ${commune.name}`,
      code: null,
      licenceNo: `${String(random.whole(1, 99)).padStart(3, '0')}/NH-GP`,
      communeText: commune.fullName,
      districtText: place.districtName(commune),
      communeId: commune.id,
      status: 'operating',
      note: 'DỮ LIỆU MẪU',
      membersTotal: reports ? random.whole(650, 3900) : null,
      charterCapitalDong: reports ? loans / BigInt(random.whole(22, 40)) : null,
      depositsDong: reports ? (loans * BigInt(random.whole(106, 134))) / 100n : null,
      loansDong: reports ? loans : null,
      badDebtDong: reports ? (loans * BigInt(share)) / 1000n : null,
      profitDong: reports ? (loans * BigInt(random.chance(0.985) ? random.whole(3, 9) : -2)) / 1000n : null,
    };
  });
}

function communeWithoutFund(place: Place, taken: Set<string>, random: Random) {
  for (;;) {
    const commune = random.pick(place.communes);
    if (taken.has(commune.name)) continue;
    taken.add(commune.name);
    return commune;
  }
}
