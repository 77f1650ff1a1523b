const kilobyte = 1000;
const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as people read it: `12 kB`, `3.4 MB`. */
export function wordBytes(bytes: number, locale: string): string {
  let size = bytes / kilobyte;
  let at = 0;
  while (size >= kilobyte && at < units.length - 1) {
    size /= kilobyte;
    at++;
  }
  const maximumFractionDigits = at === 0 || size >= 100 ? 0 : 1;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[at] ?? 'gigabyte',
    maximumFractionDigits,
  }).format(size);
}
