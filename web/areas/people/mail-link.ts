/** A page that an email or the sign-in page links to; it works without being signed in. */
export type MailLink =
  | { readonly kind: 'join' | 'reset' | 'verify'; readonly token: string }
  | { readonly kind: 'forgot' };

/** The page that a path leads to; undefined for pages that require signing in. */
export function findMailLink(path: string): MailLink | undefined {
  if (/^\/forgot-password\/?$/u.test(path)) return { kind: 'forgot' };
  const [, kind, token] = /^\/(join|reset|verify)\/([^/]+)\/?$/u.exec(path) ?? [];
  if (token === undefined) return undefined;
  return { kind: kind as 'join' | 'reset' | 'verify', token };
}
