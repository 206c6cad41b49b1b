import type { DatedRule } from '#legal/public.ts';
import { TableBox } from '#platform/ui/empty.tsx';
import { StateChip } from '#platform/ui/state-chip.tsx';
import type { CatalogueAddress, Subject } from '../catalogue.ts';
import { writeCatalogueAddress } from '../catalogue.ts';
import { hrefs } from '../hrefs.ts';
import { catalogueText as text } from '../messages.vi.ts';
import { sayValue, titleOf } from '../say-rule.ts';

interface RuleTableProps {
  readonly subject: Subject;
  readonly rules: readonly DatedRule[];
  readonly address: CatalogueAddress;
}

/** The dated values of one subject. */
export function RuleTable({ subject, rules, address }: RuleTableProps) {
  return (
    <div>
      <h2>{text.subjects[subject]}</h2>
      <TableBox label={text.subjects[subject]}>
        <table className="rules">
          <thead>
            <tr>
              {text.columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={`${rule.key}@${rule.validFrom}`}>
                <th scope="row">
                  <a
                    href={`${hrefs.rules(writeCatalogueAddress({ ...address, open: `${rule.key}@${rule.validFrom}`, act: '' }))}#drawer`}
                  >
                    {titleOf(rule)}
                  </a>
                </th>
                <td>{sayValue(rule)}</td>
                <td>{rule.citation}</td>
                <td className="span">{spanText(rule)}</td>
                <td>
                  <VerifiedChip rule={rule} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}

export function spanText({ validFrom, validUntil }: Pick<DatedRule, 'validFrom' | 'validUntil'>): string {
  return validUntil === null ? text.from(validFrom) : text.fromTo(validFrom, validUntil);
}

export function VerifiedChip({ rule }: { rule: Pick<DatedRule, 'verified'> }) {
  return (
    <StateChip tone={rule.verified ? 'ok' : 'warn'} sign={rule.verified ? '✓' : '!'}>
      {rule.verified ? text.verified : text.unverified}
    </StateChip>
  );
}
