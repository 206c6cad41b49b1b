import { expect, test } from 'vitest';
import { readListAddress, sortedBy, toggled, withoutFacets, writeListAddress } from './list-address.ts';

const read = (search: string) => readListAddress(new URLSearchParams(search));

test('X-01 an address that is read and written says the same', () => {
  const search =
    '?tim=%C4%90%E1%BB%A9c+Ninh&lien-minh=LMHTX-QB&tinh-trang=ceased&tinh-trang=suspended&linh-vuc=none&moi=1&ky=2024-H1&sap=doanh-thu&chieu=giam&cot=xa&cot=ma&dong=thua&sau=abc';

  expect(writeListAddress(read(search))).toBe(search);
});

test('an address that asks nothing, or nonsense, shows the whole list', () => {
  expect(writeListAddress(read(''))).toBe('');
  expect(writeListAddress(read('?sap=bay&chieu=len&xa=1%3Bdrop&moi=co&tinh-trang=&cot='))).toBe('');
});

test('a facet chosen twice is let go, and every change of it begins at the first page', () => {
  const once = toggled(read('?sau=abc'), 'statuses', 'ceased');

  expect(writeListAddress(once)).toBe('?tinh-trang=ceased');
  expect(writeListAddress(toggled(once, 'statuses', 'ceased'))).toBe('');
});

test('a second click on a head turns the order round', () => {
  const byMembers = sortedBy(read(''), 'members');

  expect([byMembers.direction, sortedBy(byMembers, 'members').direction]).toEqual(['desc', 'asc']);
  expect(sortedBy(byMembers, 'name').direction).toBe('asc');
});

test('letting go of the facets keeps the words searched for and the way the list is shown', () => {
  expect(writeListAddress(withoutFacets(read('?tim=ong&tinh-trang=ceased&moi=1&sap=ten&cot=xa')))).toBe(
    '?tim=ong&sap=ten&cot=xa',
  );
});
