export { importConfiguration } from './commands/import-configuration.ts';
export { readConfigFile, writeConfigFile } from './config-file.ts';
export { readConfiguration } from './configuration.ts';
export { isSetUp } from './queries.ts';
