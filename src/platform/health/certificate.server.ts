import { connect } from 'node:tls';
import type { Certificate } from './model.ts';

const ANSWER_MS = 5000;
const DAY_MS = 86_400_000;

interface Seen {
  readonly validTo: string;
  /** Why a browser would not trust it; empty: it would. */
  readonly distrust: string;
}

/**
 * How long the certificate at the installation's own public address holds. Speaks to no other address, sends nothing but the
 * greeting of TLS. What cannot be seen is said, e.g. that a certificate is for another name.
 */
export async function certificateOf(publicUrl: string | undefined, now: Date): Promise<Certificate> {
  if (!publicUrl?.startsWith('https:')) return null;
  const { hostname, port } = new URL(publicUrl);
  const seen = await greet(hostname.replaceAll(/[[\]]/g, ''), Number(port || 443)).catch((error: Error) => error);
  if (seen instanceof Error) return { problem: (seen as NodeJS.ErrnoException).code ?? seen.message };
  const until = Date.parse(seen.validTo);
  if (seen.distrust !== '' && seen.distrust !== 'CERT_HAS_EXPIRED') return { problem: seen.distrust };
  return Number.isNaN(until)
    ? { problem: 'NO_CERTIFICATE' }
    : { daysLeft: Math.floor((until - now.getTime()) / DAY_MS) };
}

async function greet(host: string, port: number): Promise<Seen> {
  return await new Promise((resolve, reject) => {
    // Who would be distrusted is still looked at: an expired certificate has a day to tell.
    const socket = connect({ host, port, ...(isAddress(host) ? {} : { servername: host }), rejectUnauthorized: false });
    socket.setTimeout(ANSWER_MS, () => socket.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      const error = socket.authorizationError as unknown;
      const distrust = socket.authorized ? '' : error instanceof Error ? codeOf(error) : String(error);
      resolve({ validTo: socket.getPeerCertificate().valid_to ?? '', distrust });
      socket.destroy();
    });
  });
}

function codeOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.message;
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(':');
}
