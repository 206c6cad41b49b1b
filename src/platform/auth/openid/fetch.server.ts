import { isLoopback } from '#platform/loopback.ts';

/** The provider does not answer, or answers what cannot be its answer: the person is told of the local way in. */
export class ProviderDown extends Error {}

const BYTES_MAX = 256 * 1024;

/**
 * How the provider is asked: over HTTPS (or on this machine), no redirect followed, no answer longer than 256 KiB.
 * The address of the provider is the operator's word; the addresses that its description names obey the same.
 */
export async function askProvider(address: string, options: RequestInit): Promise<Response> {
  const url = new URL(address);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))
    throw new ProviderDown('the provider names an address without TLS');
  try {
    const response = await fetch(url, { ...options, redirect: 'manual' });
    if (response.status >= 500) throw new ProviderDown(`the provider answered ${response.status}`);
    const { status, headers } = response;
    return new Response(isEmpty(status) ? null : await limited(response), { status, headers });
  } catch (error) {
    if (error instanceof ProviderDown) throw error;
    throw new ProviderDown('the provider does not answer', { cause: error });
  }
}

function isEmpty(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

async function limited(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > BYTES_MAX) throw new ProviderDown('the provider answers too much');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
