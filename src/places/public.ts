export type { AddressToday, PlaceOfAddress, WrittenAddress } from './address.ts';
export { addressText, placeOfAddress, todayText, writtenText } from './address.ts';
export type { LoadedPlaces } from './commands/load-list.ts';
export { loadList } from './commands/load-list.ts';
export type { CommuneIndex, CommuneMatch, EndedIndex } from './commune-index.ts';
export { communeIndex, endedCommuneIndex } from './commune-index.ts';
export type { UnitOn } from './equivalents.ts';
export { editionOn, equivalentsOf, listEditions, unitOnKey } from './equivalents.ts';
export type { EditionCounts, Equivalent, Unit, UnitChange, UnitId, UnitLevel } from './model.ts';
export {
  communesOfProvince,
  findProvince,
  listProvinces,
  unitsById,
  unitsOfLayer,
} from './queries.ts';
