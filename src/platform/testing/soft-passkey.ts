import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const CREDENTIAL_INCLUDED = 0x40;
const NO_MODEL = Buffer.alloc(16);

/** How an answer departs from an honest one. */
interface Departure {
  readonly origin?: string;
  readonly host?: string;
  readonly isUserVerified?: boolean;
  /** What the device says how often it signed; 0: it does not count. */
  readonly count?: number;
}

/** A device that makes one passkey and signs with it as browsers do, for tests without a browser. */
export function softPasskey(site: { readonly host: string; readonly origin: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16).toString('base64url');
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytesOf(x)],
    [-3, bytesOf(y)],
  ]);

  function deviceSays({ host, isUserVerified = true, count = 0 }: Departure, credential: Buffer = Buffer.alloc(0)) {
    const flags =
      USER_PRESENT | (isUserVerified ? USER_VERIFIED : 0) | (credential.length > 0 ? CREDENTIAL_INCLUDED : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    return Buffer.concat([sha256(host ?? site.host), Buffer.from([flags]), counter, credential]);
  }

  function browserSays(type: string, options: string, { origin }: Departure): Buffer {
    const { challenge } = JSON.parse(options) as { challenge: string };
    return Buffer.from(JSON.stringify({ type, challenge, origin: origin ?? site.origin, crossOrigin: false }));
  }

  const answer = (response: Readonly<Record<string, Buffer>>) => ({
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')])),
  });

  return {
    /** Answers the options of `passkeyCreation`. */
    create(options: string, departure: Departure = {}) {
      const idBytes = Buffer.from(id, 'base64url');
      const length = Buffer.from([0, idBytes.length]);
      const key = Buffer.from(isoCBOR.encode(cose));
      const authData = deviceSays(departure, Buffer.concat([NO_MODEL, length, idBytes, key]));
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]);
      return answer({
        clientDataJSON: browserSays('webauthn.create', options, departure),
        attestationObject: Buffer.from(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])),
      });
    },
    /** Answers the options of `passkeyRequest`. */
    get(options: string, departure: Departure = {}) {
      const clientDataJSON = browserSays('webauthn.get', options, departure);
      const authenticatorData = deviceSays(departure);
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey);
      return answer({ clientDataJSON, authenticatorData, signature });
    },
  };
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

function bytesOf(base64url: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64url, 'base64url'));
}
