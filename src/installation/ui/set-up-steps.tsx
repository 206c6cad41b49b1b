import { text } from '../messages.vi.ts';
import type { SetUpStep } from '../model.ts';

const STEPS: readonly SetUpStep[] = ['code', 'site', 'administrator', 'backups'];

/** Where the set-up stands. */
export function SetUpSteps({ step }: { step: SetUpStep }) {
  const here = STEPS.indexOf(step);
  return (
    <ol className="steps" aria-label={text.setUp.stepsLabel}>
      {STEPS.map((each, at) => (
        <li
          key={each}
          className={at < here ? 'done' : at === here ? 'now' : undefined}
          aria-current={at === here ? 'step' : undefined}
        >
          <i aria-hidden="true">{at < here ? '✓' : at + 1}</i>
          {text.setUp.steps[each]}
        </li>
      ))}
    </ol>
  );
}
