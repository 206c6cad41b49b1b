/** `/robots.txt`: engines read the public pages; the office, the door and the API are nothing for them. */
export const loader = (): Response =>
  new Response(['User-agent: *', 'Disallow: /van-phong', 'Disallow: /dang-', 'Disallow: /api/', ''].join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
