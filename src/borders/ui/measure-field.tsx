import { kindLabels, compareText as text } from '../messages.vi.ts';
import type { Measure } from '../model.ts';

/** Every count and ratio there is, by what kind of number it is. */
export function MeasureField({ measures, chosen }: { measures: readonly Measure[]; chosen: string }) {
  return (
    <div className="field">
      <label htmlFor="f-dem">{text.measure}</label>
      <select className="in" id="f-dem" name="dem" defaultValue={chosen}>
        {Object.entries(kindLabels).map(([kind, label]) => (
          <optgroup key={kind} label={label}>
            {measures
              .filter((measure) => measure.kind === kind)
              .map((measure) => (
                <option key={measure.key} value={measure.key}>
                  {measure.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
