/** The path of an offer's page, below the installation's own address. */
export function offerPath(offerName: string, from?: string | null): string {
  return `/o/${encodeURIComponent(offerName)}${fromQuery(from)}`;
}

/** The path that the form of an offer leads to once it was accepted. */
export function offerThanksPath(offerName: string, from?: string | null): string {
  return `/o/${encodeURIComponent(offerName)}/thanks${fromQuery(from)}`;
}

/** The path of a profile's page, below the installation's own address. */
export function profilePath(slug: string): string {
  return `/p/${encodeURIComponent(slug)}`;
}

/** The path that the form of a profile leads to once it was accepted. */
export function profileThanksPath(slug: string): string {
  return `${profilePath(slug)}/thanks`;
}

function fromQuery(from: string | null | undefined): string {
  return from ? `?from=${encodeURIComponent(from)}` : '';
}
