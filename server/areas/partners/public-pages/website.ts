/** A partner's website, if it is safe to link to: http or https, without a password; undefined otherwise. */
export function safeWebsite(written: string | null): { href: string; host: string } | undefined {
  if (!written || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  return { href: url.href, host: url.host.replace(/^www\./, '') };
}
