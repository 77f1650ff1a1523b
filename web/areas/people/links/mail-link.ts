/** A page that an email or the sign-in page links to; it works without being signed in. */
export type MailLink =
  | { readonly kind: 'join' | 'reset' | 'verify'; readonly token: string }
  | { readonly kind: 'forgot' };

/** The text of a part of a path; a part that is not encoded rightly stays as it is, and the server does not know it. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * The page that a path leads to, with its token as text: the client encodes it again. Undefined for pages that require
 * signing in.
 */
export function findMailLink(path: string): MailLink | undefined {
  if (/^\/forgot-password\/?$/u.test(path)) return { kind: 'forgot' };
  const [, kind, token] = /^\/(join|reset|verify)\/([^/]+)\/?$/u.exec(path) ?? [];
  if (token === undefined) return undefined;
  return { kind: kind as 'join' | 'reset' | 'verify', token: decodePart(token) };
}
