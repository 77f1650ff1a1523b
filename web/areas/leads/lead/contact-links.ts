/** A `mailto:` link for anything that looks like an email address; null for other input. */
export function toMailLink(email: string | null): string | null {
  if (email === null || !/^[^\s@<>"',;]+@[^\s@<>"',;]+$/u.test(email)) return null;
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@').replaceAll('%2B', '+')}`;
}

/** A `tel:` link for anything that looks like a phone number; null for other input. */
export function toPhoneLink(phone: string | null): string | null {
  if (phone === null) return null;
  const dialed = phone.replace(/(?:\(0\))|[\s().\-/\u00a0]/gu, '');
  return /^\+?\d{3,20}$/u.test(dialed) ? `tel:${dialed}` : null;
}
