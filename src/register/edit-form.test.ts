import { expect, test } from 'vitest';
import { isoDate } from '#kernel/time.ts';
import { registerRefusals } from '#platform/i18n/words.ts';
import { editForm, maskedMerge, mergeOf, offeredSteps, RECORDED_STEPS, wantedFields } from './edit-form.ts';
import { refusals } from './messages.vi.ts';
import { successorsOf } from './succession.ts';

registerRefusals(refusals);

const form = editForm(isoDate('2024-06-24'));
const typed = {
  name: ' HTX  Đức Ninh ',
  shortName: '',
  kind: 'cooperative',
  code: '',
  codeMissingReason: 'Chờ cấp',
  certificateNo: '',
  registeredOn: '',
  registeringBody: '',
  establishedOn: '20/5/2015',
  establishedPrecision: 'day',
  address: '',
  communeText: 'Xã Đức Ninh',
  districtText: '',
  sectorCode: '',
  secondarySectorCode: '',
  representativeName: '',
  representativeTitle: '',
  workPhone: '',
  confirmedOn: '',
  note: '',
  seenVersion: '3',
};

test('what is typed is cleaned, and what is left empty is not known', () => {
  const fields = wantedFields(form.parse(typed));

  expect(fields).toMatchObject({ name: 'HTX Đức Ninh', code: null, registeredOn: null, establishedOn: '2015-05-20' });
});

test('REG-01 each broken rule speaks at its field in a sentence', () => {
  const parsed = form.safeParse({
    ...typed,
    name: '',
    establishedOn: '2024-06-25',
    code: '12',
    confirmedOn: 'hôm qua',
    registeredOn: '31/6/2024',
  });

  const sentences = parsed.error?.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`) ?? [];
  expect(sentences.find((one) => one.startsWith('registeredOn'))).toContain('Ngày cấp: Tháng 6 chỉ có 30 ngày');
  expect(sentences.find((one) => one.startsWith('confirmedOn'))).toContain('ngày/tháng/năm');
});

test('REG-01 rules of the register speak at their fields once the form can be read', () => {
  const parsed = form.safeParse({ ...typed, name: '', establishedOn: '2024-06-25', code: '12' });

  expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual(['name', 'code', 'establishedOn']);
  expect(parsed.error?.issues.map((issue) => issue.message).join(' ')).not.toMatch(/undefined|register\./);
});

test('X-04 a control character is refused with the field named', () => {
  const parsed = form.safeParse({ ...typed, address: 'Xóm\u00075' });

  expect(parsed.error?.issues[0]?.message).toContain('Địa chỉ');
});

const meanwhile = {
  version: 4,
  by: 'Người kia',
  fields: ['address', 'note', 'workPhone'],
  seen: { address: 'Xóm 1', note: '', workPhone: '1' },
  now: { address: 'Xóm 2', note: 'mới', workPhone: '2' },
};

test('X-03 a field that both changed differently is set side by side; one that only the other changed is taken over', () => {
  const merge = mergeOf({ address: 'Xóm 3', note: '', workPhone: '2', name: 'Tên của tôi' }, meanwhile);

  expect(merge.rows).toEqual([{ field: 'address', seen: 'Xóm 1', mine: 'Xóm 3', theirs: 'Xóm 2' }]);
  expect(merge.values).toEqual({ address: 'Xóm 3', note: 'mới', workPhone: '2', name: 'Tên của tôi' });
});

test('X-03 where the other value is chosen, the typed one is not written', () => {
  const fields = wantedFields(form.parse({ ...typed, address: 'Xóm 3', 'keep-address': 'theirs' }));

  expect('address' in fields).toBe(false);
});

const MASKED = { workPhone: '0912 ••• 678', seenPhone: '0912 ••• 678' };

test('PDP-02 a masked number that was left as it stood is not written', () => {
  const fields = wantedFields(form.parse({ ...typed, ...MASKED }));

  expect('workPhone' in fields).toBe(false);
  expect(fields.name).toBe('HTX Đức Ninh');
});

test('PDP-02 a number typed anew is written, an emptied one too', () => {
  expect(wantedFields(form.parse({ ...typed, ...MASKED, workPhone: '0987654321' })).workPhone).toBe('0987654321');
  expect(wantedFields(form.parse({ ...typed, ...MASKED, workPhone: '' })).workPhone).toBe('');
});

test('PDP-02 digits changed around the mask are refused with how to mend them', () => {
  const parsed = form.safeParse({ ...typed, ...MASKED, workPhone: '0912 ••• 679' });

  expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['workPhone', expect.stringContaining('gõ lại cả số')],
  ]);
});

test("PDP-02 another's new number is masked where both values are merged, one's own is not", () => {
  const merge = mergeOf(
    { workPhone: '1', note: '' },
    { ...meanwhile, now: { ...meanwhile.now, workPhone: '0912345678' } },
  );

  expect(maskedMerge(merge, { workPhone: '1' }).values.workPhone).toBe('0912 ••• 678');
  expect(maskedMerge({ ...merge, values: { workPhone: '0987654321' } }, { workPhone: '0987654321' }).values).toEqual({
    workPhone: '0987654321',
  });
});

test('REG-03 the form offers lawful acts that it can say whole, and none that needs a successor it does not ask for', () => {
  expect(offeredSteps('operating')).toEqual(['suspend', 'cease', 'begin-dissolution', 'revoke']);
  expect(offeredSteps('dissolving')).toEqual(['resume', 'dissolve']);
  expect(offeredSteps('dissolving', 'revoke')).toEqual(['restore', 'dissolve']);
  expect(offeredSteps('merged')).toEqual([]);
  expect(RECORDED_STEPS.filter((step) => successorsOf(step) !== undefined)).toEqual([]);
});
