import { z } from 'zod';
import { dayField, lineField, rankField, reasonField } from './day-field.ts';
import { formWords as words } from './messages-pages.vi.ts';

/** What an alliance is called and where it sits, from a day on: the fields of its forms. */
export const allianceFields = {
  from: dayField,
  name: lineField(200, words.nameMissing),
  shortName: lineField(40, words.shortNameMissing),
  provinceName: lineField(80, words.provinceMissing),
  provinceCode: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().regex(/^\d{2}$/, words.provinceCodeWrong)),
  parentBody: lineField(200),
  address: lineField(300),
  phone: lineField(60),
  email: lineField(120).refine((text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), words.emailWrong),
  geographicRank: rankField,
  reason: reasonField,
};

const Names = z.object(allianceFields).omit({ from: true, reason: true });
export type AllianceNames = z.output<typeof Names>;

export function versionColumns(names: AllianceNames) {
  return {
    name: names.name,
    short_name: names.shortName,
    province_name: names.provinceName,
    province_code: names.provinceCode,
    parent_body: names.parentBody,
    address: names.address,
    phone: names.phone,
    email: names.email,
    geographic_rank: names.geographicRank,
  };
}
