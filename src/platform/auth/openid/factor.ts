/** What the provider says of how the person proved themselves: `amr` and `acr` of the ID token. */
export interface ProviderClaims {
  readonly amr?: unknown;
  readonly acr?: unknown;
}

/** Methods of RFC 8176: what one knows, and what one has. Messages to a telephone do not count: they are too easily taken over. */
const KNOWN: ReadonlySet<unknown> = new Set(['pwd', 'pin', 'kba']);
const HELD: ReadonlySet<unknown> = new Set(['otp', 'hwk', 'swk', 'sc', 'pop']);
/** Levels that are only reached with more than one factor. */
const LEVELS: ReadonlySet<unknown> = new Set([
  'phr',
  'phrh',
  'https://refeds.org/profile/mfa',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
]);

/** Whether the provider says that the person proved more than one factor there. What it does not say did not happen. */
export function isMultiFactor({ amr, acr }: ProviderClaims): boolean {
  const methods = Array.isArray(amr) ? amr : [];
  return (
    LEVELS.has(acr) ||
    methods.includes('mfa') ||
    (methods.some((each) => KNOWN.has(each)) && methods.some((each) => HELD.has(each)))
  );
}
