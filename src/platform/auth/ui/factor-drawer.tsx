import { Drawer } from '#platform/ui/drawer.tsx';
import { CommandForm } from '#platform/ui/forms.tsx';
import type { Factor } from '../factors.server.ts';
import { text } from '../messages.account.vi.ts';
import { ACCOUNT } from '../own-door.ts';

const words = text.account.factors;

/** What the person is asked to confirm: the removal of a factor, or new recovery codes. */
export type FactorAsked = Factor | 'new-codes' | null;

/** Reads the address: `ma-khoi-phuc` or the id of a factor. */
export function factorAsked(asked: string | null, factors: readonly Factor[]): FactorAsked {
  if (asked === 'ma-khoi-phuc') return factors.length > 0 ? 'new-codes' : null;
  return factors.find(({ id }) => id === asked) ?? null;
}

/** Says the effect of the act before it is done. */
export function FactorDrawer({ asked, isLast }: { asked: Exclude<FactorAsked, null>; isLast: boolean }) {
  if (asked === 'new-codes')
    return (
      <Drawer title={words.newCodes} closeHref={ACCOUNT}>
        <p>{words.newCodesEffect}</p>
        <CommandForm action={ACCOUNT} submitLabel={words.newCodes} cancelHref={ACCOUNT}>
          <input type="hidden" name="act" value="new-codes" />
        </CommandForm>
      </Drawer>
    );
  return (
    <Drawer title={words.removeTitle(asked.name)} closeHref={ACCOUNT}>
      <p>{isLast ? words.removeLastEffect : words.removeEffect}</p>
      <CommandForm action={ACCOUNT} submitLabel={words.remove} cancelHref={ACCOUNT} isDangerous>
        <input type="hidden" name="act" value="remove-factor" />
        <input type="hidden" name="factor" value={asked.id} />
      </CommandForm>
    </Drawer>
  );
}
