const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether the address leads to this machine, where it may be spoken to without TLS. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}
