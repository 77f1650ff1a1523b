/** The path of a profile's page, below the installation's own address. */
export function profilePath(slug: string): string {
  return `/p/${encodeURIComponent(slug)}`;
}

/** The path that the form of a profile leads to once it was accepted. */
export function profileThanksPath(slug: string): string {
  return `${profilePath(slug)}/thanks`;
}
