import { formatDate } from '#platform/i18n/format.ts';
import type { ComparisonAddress } from '../address.ts';
import { bordersWord } from '../address.ts';
import type { Choices } from '../comparison.ts';
import { compareText as text } from '../messages.vi.ts';
import { MeasureField } from './measure-field.tsx';

/** What is compared, on which days, under which borders; a plain form, so that its address can be kept and sent. */
export function ComparisonForm({ address, choices }: { address: ComparisonAddress; choices: Choices }) {
  const words = text.borderChoices(address.first, address.second);
  return (
    <form className="borders-form" action="/van-phong/so-bo/dia-gioi" aria-label={text.title}>
      <MeasureField measures={choices.measures} chosen={address.measure} />
      <DayField name="tu" label={text.first} value={formatDate(address.first)} isWrong={address.wrong.includes('tu')} />
      <DayField
        name="den"
        label={text.second}
        value={formatDate(address.second)}
        isWrong={address.wrong.includes('den')}
      />
      <div className="field wide">
        <label htmlFor="f-gioi">{text.borders}</label>
        <select className="in" id="f-gioi" name="gioi" defaultValue={bordersWord(address.borders)}>
          {Object.entries(words).map(([word, label]) => (
            <option key={word} value={word}>
              {label}
            </option>
          ))}
          {choices.editions.map(({ validFrom }) => (
            <option key={validFrom} value={validFrom}>
              {text.borderDay(validFrom)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="f-tinh">{text.rows}</label>
        <select className="in" id="f-tinh" name="tinh" defaultValue={address.provinceCode ?? ''}>
          <option value="">{text.provinces}</option>
          {choices.provinces.map((province) => (
            <option key={province.uid} value={province.code}>
              {text.communesOf(province.fullName)}
            </option>
          ))}
        </select>
      </div>
      <button className="btn primary" type="submit">
        {text.go}
      </button>
    </form>
  );
}

export function DayField({
  name,
  label,
  value,
  isWrong,
}: {
  name: string;
  label: string;
  value: string;
  isWrong: boolean;
}) {
  const id = `f-${name}`;
  return (
    <div className="field day">
      <label htmlFor={id}>{label}</label>
      <input
        className="in"
        id={id}
        name={name}
        inputMode="numeric"
        defaultValue={value}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-err` : undefined}
      />
      {isWrong ? (
        <p className="err" id={`${id}-err`}>
          {text.dayWrong}
        </p>
      ) : null}
    </div>
  );
}
