import { Transformer } from '@napi-rs/image';
import { expect, test } from 'vitest';
import { testCtx, testSystem } from '#platform/testing/system.ts';
import { attachmentsOf, getAttachment, remarksOf } from '../attachments.ts';
import type { OrganisationId } from '../model.ts';
import { anAllianceId, aRow, savedRows } from '../testing.ts';
import { addAttachment } from './add-attachment.ts';
import { removeAttachment } from './remove-attachment.ts';
import { writeRemark } from './write-remark.ts';

const system = await testSystem();
const officer = testCtx(system, { name: 'Cán bộ', grants: [{ role: 'officer', scope: 'alliance:LMHTX-QB' }] });
const inspector = testCtx(system, { grants: [{ role: 'inspector', scope: 'alliance:LMHTX-QB' }] });
const stranger = testCtx(system, { grants: [{ role: 'officer', scope: 'alliance:LMHTX-QT' }] });
const saved = await savedRows(officer, await anAllianceId(officer), [aRow({ name: 'HTX Có tệp' })]);
const id = saved.rows[0]?.subjectId as OrganisationId;
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const pdf = (says = '') => ({ id, title: 'Giấy chứng nhận', fileName: 'gcn.pdf', bytes: bytesOf(`%PDF-1.7 ${says}`) });

test('X-02 a file is kept beside the record by its content, and is removed with a reason that stays to be read', async () => {
  await addAttachment(officer, pdf());
  const [kept] = await attachmentsOf(officer.read, id);

  expect(kept).toMatchObject({
    title: 'Giấy chứng nhận',
    mediaType: 'application/pdf',
    addedBy: 'Cán bộ',
    removed: null,
  });
  expect((await officer.files.get(kept?.sha256 ?? ''))?.toString('latin1')).toBe('%PDF-1.7 ');
  await removeAttachment(officer, { id, attachmentId: kept?.id ?? '', reason: 'tải nhầm' });
  expect((await attachmentsOf(officer.read, id))[0]?.removed).toMatchObject({ by: 'Cán bộ', reason: 'tải nhầm' });
  await expect(getAttachment(officer.read, id, kept?.id ?? '')).rejects.toMatchObject({
    refusal: { code: 'register.attachment.not-found' },
  });
});

test.each([
  ['a web page named .pdf', '<html>%PDF-</html>'],
  ['a program', 'MZ\x90'],
  ['a workbook with macros', 'PK\x03\x04[Content_Types].xml xl/workbook.xml xl/vbaProject.bin'],
  ['any ZIP', 'PK\x03\x04 a.txt'],
])('X-02 %s is refused whatever it is called', async (_, text) => {
  const sent = addAttachment(officer, { ...pdf(), bytes: bytesOf(text) });

  await expect(sent).rejects.toMatchObject({ refusal: { code: 'platform.document.wrong-kind' } });
});

test('X-02 a file over ten megabytes is refused', async () => {
  const sent = addAttachment(officer, { ...pdf(), bytes: bytesOf(`%PDF-${' '.repeat(10 * 1024 * 1024)}`) });

  await expect(sent).rejects.toMatchObject({ refusal: { code: 'platform.document.too-large' } });
});

test('X-02 a picture is drawn anew before it is kept', async () => {
  const png = await Transformer.fromRgbaPixels(new Uint8Array(4 * 60 * 40).fill(99), 60, 40).png();

  await addAttachment(officer, { ...pdf(), title: 'Ảnh', bytes: Buffer.concat([png, Buffer.from('phần thừa')]) });

  const kept = (await attachmentsOf(officer.read, id)).find((one) => one.title === 'Ảnh');
  expect(kept?.mediaType).toBe('image/webp');
  expect((await officer.files.get(kept?.sha256 ?? ''))?.toString('latin1')).not.toContain('ph\u1ea7n');
  expect((await officer.files.get(kept?.sha256 ?? ''))?.subarray(0, 4).toString()).toBe('RIFF');
});

test('X-02 who only looks writes nothing, and another alliance finds nothing', async () => {
  await writeRemark(officer, { id, words: 'Đã gọi điện' });

  expect((await remarksOf(officer.read, id)).map(({ words }) => words)).toEqual(['Đã gọi điện']);
  expect(await remarksOf(stranger.read, id)).toEqual([]);
  await expect(writeRemark(inspector, { id, words: 'x' })).rejects.toMatchObject({
    refusal: { code: 'platform.access.denied' },
  });
  await expect(addAttachment(stranger, pdf())).rejects.toMatchObject({
    refusal: { code: 'register.organisation.not-found' },
  });
});
