/** Addresses of the pages about handing over and merging. */
export const hrefs = {
  handover: (cluster: string) => `/van-phong/to-chuc/cum/${cluster}/ban-giao`,
  package: (cluster: string, id: string) => `/van-phong/to-chuc/cum/${cluster}/ban-giao/${id}/tai`,
  mergers: () => '/van-phong/quan-tri/sap-xep',
  merger: (id: string) => `/van-phong/quan-tri/sap-xep/${id}`,
};
