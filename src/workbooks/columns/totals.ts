/** A row of a form that is the sum of others; the template fills it by formula, the reader computes it where Excel did not. */
export interface Total {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

const total = (plus: readonly string[], minus: readonly string[] = []): Total => ({ plus, minus });

/** By indicator code. Only for the current period: last year's and planned figures stand on their own. */
export const TOTALS: Readonly<Record<string, Total>> = {
  'HTX.SO': total(['HTX.DAUKY', 'HTX.MOI'], ['HTX.GIAITHE', 'HTX.CHUYEN']),
  'HTX.NN.SO': total(['HTX.LV.NN', 'HTX.LV.LN', 'HTX.LV.TS', 'HTX.LV.DN']),
  'HTX.CONGANH': total(['HTX.SO'], ['HTX.LV.CHUA']),
  'XL.TK': total(['XL.TOT', 'XL.KHA']),
  'XL.DAXEP': total(['XL.TOT', 'XL.KHA', 'XL.TB', 'XL.YEU']),
  'QUY.DN': total(['QUY.DAU', 'QUY.CHOVAY'], ['QUY.THUNO']),
  'KT.TONG': total(['KT.CT', 'KT.CD', 'KT.DX', 'KT.KHAC']),
  'KT.CANHAN': total(['KT.LD', 'KT.CM', 'KT.LDSX']),
};
