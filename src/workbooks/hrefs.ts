import type { ImportId, UploadId } from './model.ts';

const BASE = '/van-phong/nhap-excel';

/** Addresses of this slice's pages. */
export const hrefs = {
  imports: () => BASE,
  template: (unitCode: string, periodCode: string, how: { prefill: boolean }) =>
    `${BASE}/mau/${unitCode}/${periodCode}.xlsx${how.prefill ? '' : '?trong=1'}`,
  upload: (id: UploadId, group?: string, page?: number) =>
    `${BASE}/cho/${id}${group ? `?nhom=${group}${page && page > 1 ? `&trang=${page}` : ''}` : ''}`,
  writeUpload: (id: UploadId) => `${BASE}/cho/${id}?xac-nhan=ghi#drawer`,
  uploadErrors: (id: UploadId) => `${BASE}/cho/${id}/loi`,
  import: (id: ImportId) => `${BASE}/${id}`,
  undo: (id: ImportId) => `${BASE}/${id}?xac-nhan=hoan-tac#drawer`,
  /** The unit's forms on the period board, from where they are sent to the cluster. */
  board: (periodCode: string, unitCode: string) => `/van-phong/ky/${periodCode}/bang?o=${unitCode}.B01#drawer`,
  file: (id: ImportId) => `${BASE}/${id}/tep`,
};
