import type { ReactNode } from 'react';

export type Tone = 'ok' | 'wait' | 'warn' | 'bad' | 'idle';

interface StateChipProps {
  readonly tone: Tone;
  /** One letter or sign per state, the same everywhere: ✓ đạt, G đã gửi, D chờ duyệt, !2 trả lại, N đang nhập … */
  readonly sign: string;
  readonly children: ReactNode;
  /** With a box around it, beside a title. */
  readonly boxed?: boolean;
}

/** A state as colour, sign and word together: never colour alone. */
export function StateChip({ tone, sign, children, boxed = false }: StateChipProps) {
  const chip = (
    <span className={`st ${tone}`}>
      <b aria-hidden="true">{sign}</b>
      {children}
    </span>
  );
  return boxed ? <span className={`pill ${tone}`}>{chip}</span> : chip;
}
