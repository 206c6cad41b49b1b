/** Where the first set-up stands; what is there already is not asked for again. */
export type SetUpStep = 'code' | 'site' | 'administrator' | 'backups';
