import type { IsoDate } from '#kernel/time.ts';
import type { Tone } from '#platform/ui/state-chip.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import { statusLabels } from '../messages.vi.ts';
import { listText, shortStatusLabels } from '../messages-pages.vi.ts';
import type { OrganisationStatus } from '../model.ts';
import { isNewlyEstablished } from '../statuses.ts';

const SIGNS: Readonly<Record<OrganisationStatus, { tone: Tone; sign: string }>> = {
  operating: { tone: 'ok', sign: 'H' },
  suspended: { tone: 'warn', sign: 'T' },
  ceased: { tone: 'idle', sign: 'X' },
  dissolving: { tone: 'warn', sign: 'G' },
  dissolved: { tone: 'idle', sign: '–' },
  merged: { tone: 'idle', sign: '→' },
};

interface StatusChipProps {
  readonly status: OrganisationStatus;
  readonly establishedOn: IsoDate | null;
  readonly today: IsoDate;
  readonly boxed?: boolean;
}

/** The status; for an operating organisation of less than twelve months that it is new. */
export function StatusChip({ status, establishedOn, today, boxed = false }: StatusChipProps) {
  if (status === 'operating' && isNewlyEstablished(establishedOn, today))
    return (
      <StateChip tone="wait" sign="M" boxed={boxed}>
        {listText.new}
      </StateChip>
    );
  return (
    <StateChip {...SIGNS[status]} boxed={boxed}>
      {boxed ? statusLabels[status] : shortStatusLabels[status]}
    </StateChip>
  );
}
