import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { testSystem } from '#platform/testing/system.ts';
import { listInstruments, listRuleValues, ruleValue } from './queries.ts';

const system = await testSystem();
const db = system.app.kysely;

test('REG-11 the counted statuses are a dated row with a citation, not yet verified by a person', async () => {
  const value = await ruleValue(db, 'register.counted-statuses', isoDate('2024-06-14'));

  expect(value.value).toEqual(['operating', 'suspended', 'ceased', 'dissolving']);
  expect(value.verified).toBe(false);
});

test('REG-11 a rule that is not in force on a day is refused by name', async () => {
  await expect(ruleValue(db, 'register.counted-statuses', isoDate('1999-01-01'))).rejects.toMatchObject({
    refusal: { code: 'legal.rule-value.none-in-force', facts: { key: 'register.counted-statuses' } },
  });
});

test('two values of one key never hold on the same day', async () => {
  const overlapping = system.owner.pool.query(
    `insert into legal.rule_value (id, key, value, unit, citation, certainty, valid_from)
     values (gen_random_uuid(), 'register.counted-statuses', '[]', '', '', 'K', '2024-01-01')`,
  );

  await expect(overlapping).rejects.toThrow(/rule_values_of_a_key_do_not_overlap/);
});

test('a replaced instrument names a successor that the register knows', async () => {
  const instruments = await listInstruments(db);
  const numbers = new Set(instruments.map((one) => one.number));

  const dangling = instruments.filter((one) => one.replacedBy !== null && !numbers.has(one.replacedBy));

  expect(instruments.length).toBeGreaterThan(15);
  expect(dangling).toEqual([]);
  expect((await listRuleValues(db, isoDate('2024-06-14'))).length).toBeGreaterThan(3);
});
