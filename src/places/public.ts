export type { LoadedPlaces } from './commands/load-list.ts';
export { loadList } from './commands/load-list.ts';
export type { CommuneIndex, CommuneMatch } from './commune-index.ts';
export { communeIndex } from './commune-index.ts';
export type { Unit, UnitChange, UnitId, UnitLevel } from './model.ts';
export { changesFrom, listProvinces } from './queries.ts';
