import type { Decimal } from '#kernel/decimal.ts';
import type { Id } from '#kernel/ids.ts';
import type { IsoDate } from '#kernel/time.ts';
import type { OrganisationId } from '#register/public.ts';

export type ChainId = Id<'chains.chain'>;
export type LinkId = Id<'chains.link'>;
/** Đầu vào, sản xuất, sơ chế, chế biến, tiêu thụ. */
export type Stage = 'input' | 'production' | 'preparation' | 'processing' | 'sale';
export const STAGES: readonly Stage[] = ['input', 'production', 'preparation', 'processing', 'sale'];

export interface Chain {
  readonly id: ChainId;
  readonly allianceId: Id<'organisations.alliance'>;
  readonly name: string;
  readonly product: string;
}

/** What proves a link: with whom, and by which contract or document. */
export interface Proof {
  readonly partner: string;
  readonly contractNo: string;
  /** A file beside the organisation's record that is still there. */
  readonly attachmentId: Id<'register.attachment'> | null;
}

export interface Link extends Proof {
  readonly id: LinkId;
  readonly organisationId: OrganisationId;
  readonly chainId: ChainId;
  readonly chainName: string;
  readonly stage: Stage;
  readonly attachmentTitle: string | null;
  readonly volume: Decimal | null;
  readonly volumeUnit: string;
  readonly beganOn: IsoDate;
  /** The last day, included; null while it goes on. */
  readonly endedOn: IsoDate | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}
