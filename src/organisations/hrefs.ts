const AREA = '/van-phong/to-chuc';

function addressed(path: string, on?: string, open?: string): string {
  const params = new URLSearchParams({ ...(on ? { ngay: on } : {}), ...(open ? { mo: open } : {}) }).toString();
  return `${path}${params ? `?${params}` : ''}${open ? '#drawer' : ''}`;
}

/** Addresses of the pages about organisations; `on` is the day they show, `open` the drawer. */
export const organisationHrefs = {
  overview: (on?: string, open?: string) => addressed(AREA, on, open),
  alliance: (code: string, on?: string, open?: string) => addressed(`${AREA}/lien-minh/${code}`, on, open),
  cluster: (code: string, on?: string, open?: string) => addressed(`${AREA}/cum/${code}`, on, open),
};
