/** Addresses of this slice's pages. */
export const hrefs = {
  rules: (query = '') => `/van-phong/quan-tri/quy-tac${query}`,
  rulesFile: (query: string) => `/van-phong/quan-tri/quy-tac/tai${query}`,
  warnings: (query = '') => `/van-phong/so-bo/canh-bao${query}`,
  warningsFile: (query: string) => `/van-phong/so-bo/canh-bao/tai${query}`,
  organisation: (id: string) => `/van-phong/so-bo/${id}`,
  compliance: (id: string) => `/van-phong/so-bo/${id}/tuan-thu`,
  governance: (id: string) => `/van-phong/so-bo/${id}/bo-may`,
  assets: (id: string) => `/van-phong/so-bo/${id}/tai-san`,
  register: (allianceCode?: string) =>
    allianceCode === undefined ? '/van-phong/so-bo' : `/van-phong/so-bo?lien-minh=${allianceCode}`,
};
