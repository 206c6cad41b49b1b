import type { SampleId } from './model.ts';

const SAMPLES = '/van-phong/chon-mau';
const FINDINGS = '/van-phong/ket-qua-kiem-tra';

/** Addresses of this slice's pages. */
export const hrefs = {
  log: () => '/van-phong/nhat-ky',
  samples: () => SAMPLES,
  sample: (id: SampleId, itemNo?: number) => `${SAMPLES}/${id}${itemNo === undefined ? '' : `?muc=${itemNo}#drawer`}`,
  sampleFile: (id: SampleId) => `${SAMPLES}/${id}/tai`,
  findings: (id?: SampleId, itemNo?: number) =>
    `${FINDINGS}${id === undefined ? '' : `?mau=${id}&muc=${itemNo}#drawer`}`,
};
