/** A page that a mail, or the sign-in page, leads to; it works for people who are not signed in. */
export type MailLink =
  | { readonly kind: 'join' | 'reset' | 'verify'; readonly token: string }
  | { readonly kind: 'forgot' };

/** What the path of an address leads to; undefined: a page of the signed-in part. */
export function findMailLink(path: string): MailLink | undefined {
  if (/^\/forgot-password\/?$/u.test(path)) return { kind: 'forgot' };
  const [, kind, token] = /^\/(join|reset|verify)\/([^/]+)\/?$/u.exec(path) ?? [];
  if (token === undefined) return undefined;
  return { kind: kind as 'join' | 'reset' | 'verify', token };
}
