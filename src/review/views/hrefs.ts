import type { PaperName } from '../paper-names.ts';

/** Addresses of this slice's pages. */
export const hrefs = {
  periods: () => '/van-phong/ky',
  board: (periodCode: string) => `/van-phong/ky/${periodCode}/bang`,
  report: (periodCode: string, version?: number) =>
    `/van-phong/ky/${periodCode}/bao-cao${version === undefined ? '' : `?ban=${version}`}`,
  confirm: (periodCode: string, act: 'khoa' | 'dinh-chinh') =>
    `/van-phong/ky/${periodCode}/bao-cao?xac-nhan=${act}#drawer`,
  figures: (periodCode: string, version: number | null, form: string, open?: string) => {
    const query = new URLSearchParams({ ...(version === null ? {} : { ban: String(version) }), bieu: form });
    if (open !== undefined) query.set('o', open);
    return `/van-phong/ky/${periodCode}/bao-cao?${query}${open === undefined ? '' : '#drawer'}`;
  },
  paper: (periodCode: string, name: PaperName | string, version: number | null) =>
    `/van-phong/ky/${periodCode}/bao-cao/tai/${name}${version === null ? '' : `?ban=${version}`}`,
  composer: (periodCode: string, section?: string) =>
    `/van-phong/ky/${periodCode}/soan${section === undefined ? '' : `?muc=${section}`}`,
  archive: () => '/van-phong/kho-bao-cao',
  verify: () => '/van-phong/kiem-chung',
};
