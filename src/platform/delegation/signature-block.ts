import type { IsoDate } from '#kernel/time.ts';
import type { Delegation } from './model.ts';

/** Who signs when nobody has been given the signature. */
export interface Signer {
  /** `Chủ tịch`. */
  readonly title: string;
  readonly name: string;
}

export interface SignatureBlock {
  /** In capitals, a line each: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  readonly authority: readonly string[];
  readonly name: string;
}

type Signing = Pick<Delegation, 'kind' | 'fromTitle' | 'toTitle' | 'signerName' | 'validFrom' | 'validUntil'>;

/**
 * What stands above and below the signature of a paper of that day. A delegation that is not in force on the day changes
 * nothing. The acting head (`Q.`) signs under the one title; everybody else names the head first and then themselves.
 *
 * @law 30/2020/NĐ-CP Phụ lục I: the abbreviations Q., KT., TL., TUQ. before the office of the head. That TUQ. needs a paper,
 * a span and acts, and may not be handed on, is article 13 as we know it; not yet read against the original.
 */
export function signatureBlock(on: IsoDate, person: Signer, delegation: Signing | null): SignatureBlock {
  if (!delegation || on < delegation.validFrom || on >= delegation.validUntil)
    return { authority: [person.title.toUpperCase()], name: person.name };
  const head = `${delegation.kind}. ${delegation.fromTitle.toUpperCase()}`;
  const own = delegation.kind === 'Q' ? [] : [delegation.toTitle.toUpperCase()];
  return { authority: [head, ...own], name: delegation.signerName };
}
