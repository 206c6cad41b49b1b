import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { listDatedRules, listPastRules } from '#legal/public.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sql } from '#platform/db/db.server.ts';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { readCatalogue, readCatalogueAddress } from './catalogue.ts';
import { ChangeRule, changeRule } from './commands/change-rule.ts';
import { ruleTitles } from './messages.titles.vi.ts';
import { readRuleBook } from './queries.ts';
import { sayValue, titleOf } from './say-rule.ts';
import { classifySize } from './size.ts';

const system = await testSystem();
const admin = testCtx(system);
const [officer, secretary, inspector] = (
  [
    ['officer', 'alliance:LMHTX-QB'],
    ['secretary', 'cluster:CUM-BTB'],
    ['inspector', 'cluster:CUM-BTB'],
  ] as const
).map(([role, scope]) => testCtx(system, { grants: [{ role, scope }] })) as unknown as readonly [Ctx, Ctx, Ctx];
const refused = (code: string) => ({ refusal: { code } });
const field = (code: string, name: string) => ({ refusal: { code, facts: { field: name } } });
const industrial = {
  sectorCode: 'cong-nghiep-ttcn',
  membersOfficial: 30,
  membersTotal: 30,
  revenueDong: 5_000_000_000n,
  isWholeYear: true,
  capitalDong: 2_000_000_000n,
};

const open = async (key: string) => {
  const rule = (await listDatedRules(admin.read)).filter((each) => each.key === key).at(-1);
  return { key, validFrom: rule?.validFrom, seenVersion: String(rule?.version), why: 'Công báo số 1, trang 2' };
};
const change = async (who: Ctx, says: Record<string, unknown>) => await changeRule(who, ChangeRule.parse(says));

test('REG-07 ✔ an administrator fills an empty row: the class is then known, and the former words stay', async () => {
  const thresholds = {
    v_members: '20',
    v_revenueBn: '4',
    v_capitalBn: '1,5',
    citation: '113/2024/NĐ-CP Đ.5',
    note: '',
  };
  for (const key of ['size.industry.medium', 'size.industry.small'])
    await change(admin, { act: 'correct', ...(await open(key)), ...thresholds });

  const size = classifySize(await readRuleBook(officer.read), industrial, isoDate('2026-03-02'));

  expect(size.class).toBe('medium');
  expect(size.ruleVersion).toContain('size.industry.medium@2024-11-01#2');
  const [past] = await listPastRules(admin.read, 'size.industry.medium');
  expect(past).toMatchObject({ version: 1, value: { members: null }, why: 'Công báo số 1, trang 2', certainty: '?' });
  const acts = await sql<{ facts: Record<string, string> }>`
    select facts from platform.event where kind = 'compliance.rule-changed' and subject_id = 'size.industry.medium'`.execute(
    system.owner.kysely,
  );
  expect(acts.rows[0]?.facts).toMatchObject({ act: 'correct', citation: '113/2024/NĐ-CP Đ.5' });
});

test('REG-07 ✔ a verified version is followed, not written over: the old one holds for the days before', async () => {
  const key = 'members.minimum.cooperative-group';
  await change(admin, { act: 'confirm', ...(await open(key)) });
  const now = await open(key);
  const next = { ...now, v_: '3', citation: 'Luật thử', note: '' };

  await expect(change(admin, { act: 'correct', ...next })).rejects.toMatchObject(refused('compliance.rule.verified'));
  await change(admin, { act: 'follow', ...next, from: '01/01/2027' });

  const rows = (await listDatedRules(admin.read)).filter((rule) => rule.key === key);
  expect(rows.map(({ value, validFrom, validUntil, verified }) => [value, validFrom, validUntil, verified])).toEqual([
    [2, '2024-07-01', '2027-01-01', true],
    [3, '2027-01-01', null, false],
  ]);
  await expect(change(admin, { act: 'follow', ...next, seenVersion: '2', from: '02/01/2027' })).rejects.toMatchObject(
    refused('compliance.rule.changed-meanwhile'),
  );
  const seen = { ...next, seenVersion: '3' };
  await expect(change(admin, { act: 'follow', ...seen, from: '01/01/2027' })).rejects.toMatchObject(
    field('compliance.rule.begins-already', 'from'),
  );
  await expect(change(admin, { act: 'follow', ...seen, from: '01/01/2020' })).rejects.toMatchObject(
    field('compliance.rule.before-the-first', 'from'),
  );
  await change(admin, { act: 'reopen', ...seen });
  expect((await listPastRules(admin.read, key)).length).toBe(3);
});

test('REG-07 ✘ a rule takes no nonsense, no empty confirmation, and no hand but the administrator’s', async () => {
  const vote = await open('vote.special');
  const given = { ...vote, citation: 'x', note: '' };

  await expect(change(admin, { act: 'correct', ...given, v_: 'nhiều' })).rejects.toMatchObject(
    field('compliance.rule.unreadable', 'v_'),
  );
  await expect(change(admin, { act: 'correct', ...given, v_: '' })).rejects.toMatchObject(
    refused('compliance.rule.invalid'),
  );
  await expect(change(admin, { act: 'confirm', ...(await open('size.trade.large')) })).rejects.toMatchObject(
    refused('compliance.rule.empty'),
  );
  await expect(change(admin, { act: 'confirm', ...vote, key: 'no.such' })).rejects.toMatchObject(
    refused('compliance.rule.not-found'),
  );
  for (const who of [officer, secretary, inspector])
    await expect(change(who, { act: 'confirm', ...vote })).rejects.toMatchObject(refused('platform.access.denied'));
  expect(ChangeRule.safeParse({ act: 'correct', ...vote, v_: '66', citation: ' ', note: '' }).success).toBe(false);
});

test('REG-07 the catalogue has every value by subject, with words for each, and filters what is unverified', async () => {
  const all = await readCatalogue(secretary, readCatalogueAddress(new URLSearchParams()));
  const some = await readCatalogue(
    secretary,
    readCatalogueAddress(new URLSearchParams('muc=vote&chua=1&ngay=2024-06-30')),
  );
  const size = await readCatalogue(secretary, readCatalogueAddress(new URLSearchParams('muc=size&ngay=2024-06-30')));
  const rules = all.groups.flatMap((group) => group.rules);

  expect(rules).toHaveLength(all.all);
  expect(all.counts.other).toBeUndefined();
  expect(rules.filter((rule) => titleOf(rule) === rule.key || sayValue(rule) === '').map(({ key }) => key)).toEqual([]);
  expect(Object.keys(ruleTitles).filter((key) => !rules.some((rule) => rule.key === key))).toEqual([]);
  expect(size.groups.flatMap((group) => group.rules.map(({ key }) => key))).toEqual([
    'size-2020.capital',
    'size-2020.members',
    'size-2020.service',
  ]);
  expect(some.groups.flatMap((group) => group.rules).every(({ verified }) => !verified)).toBe(true);
});
