import type { CostlyKind } from '#platform/http/limits.server.ts';

const MIB = 1024 * 1024;
/** Text typed into a form. */
const FORM_BYTES_MAX = MIB;

/** The forms that take files, and how much of them: six workbooks at once, one paper to be proven, one picture. */
const FILE_FORMS: readonly { readonly path: RegExp; readonly bytesMax: number; readonly isPublic: boolean }[] = [
  { path: /^\/van-phong\/nhap-excel\/?$/, bytesMax: 120 * MIB, isPublic: false },
  { path: /^\/(van-phong\/)?kiem-chung\/?$/, bytesMax: 21 * MIB, isPublic: true },
  { path: /^\/van-phong\/cong-tin\/[^/]+\/anh\/?$/, bytesMax: 11 * MIB, isPublic: false },
  { path: /^\/van-phong\/so-bo\/[^/]+\/tep\/?$/, bytesMax: 11 * MIB, isPublic: false },
];

const EXPORTS =
  /\/tai(\/[^/]+)?\/?$|^\/van-phong\/nhap-excel\/(mau\/.+|.+\/(loi|tep))\/?$|^\/van-phong\/so-bo\/[^/]+\/tep\/.+$|^\/api\/v1\/.+\/(file|tai)\/?$/;
const SEARCHES =
  /^\/(tra-cuu(\/ho-so)?|(van-phong\/)?dia-ban|van-phong\/so-bo(\/(dia-gioi(\/to-chuc)?|ban-do|thanh-vien))?)\/?$/;

/** How many bytes of a body are read for that address; strangers send files only where everybody may. */
export function bodyBytesMax(path: string, isMultipart: boolean, isSignedIn: boolean): number {
  const form = isMultipart ? FILE_FORMS.find((each) => each.path.test(path)) : undefined;
  return form && (form.isPublic || isSignedIn) ? form.bytesMax : FORM_BYTES_MAX;
}

/** What kind of costly request this is; undefined for pages that cost little. */
export function costOf(method: string, path: string): CostlyKind | undefined {
  const isWrite = method !== 'GET' && method !== 'HEAD';
  if (isWrite) return FILE_FORMS.some((form) => form.path.test(path)) ? 'upload' : undefined;
  if (EXPORTS.test(path)) return 'export';
  if (SEARCHES.test(path)) return 'search';
  return path.startsWith('/api/v1/') ? 'api' : undefined;
}
