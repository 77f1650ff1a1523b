/** The address of an offer's page below the installation's own. */
export function offerPath(offerName: string, from?: string | null): string {
  return `/o/${encodeURIComponent(offerName)}${fromQuery(from)}`;
}

/** Where the form of an offer leads once it was taken. */
export function offerThanksPath(offerName: string, from?: string | null): string {
  return `/o/${encodeURIComponent(offerName)}/thanks${fromQuery(from)}`;
}

/** The address of a profile's page below the installation's own. */
export function profilePath(slug: string): string {
  return `/p/${encodeURIComponent(slug)}`;
}

/** Where the form of a profile leads once it was taken. */
export function profileThanksPath(slug: string): string {
  return `${profilePath(slug)}/thanks`;
}

function fromQuery(from: string | null | undefined): string {
  return from ? `?from=${encodeURIComponent(from)}` : '';
}
