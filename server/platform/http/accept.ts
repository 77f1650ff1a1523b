/** How much the client wants a type of answer. */
interface Preference {
  /** From 0 (not at all) to 1. */
  readonly quality: number;
  /** Whether the client named it, rather than accepting anything. */
  readonly named: boolean;
}

/** What an `Accept` header (RFC 9110, 12.5.1) says about pages and about JSON of any kind. */
export function preferencesOf(accept: string): { html: Preference; json: Preference } {
  const ranges = accept
    .split(',')
    .slice(0, 50)
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const given = parameters.find((one) => one.startsWith('q='));
      const quality = given === undefined ? 1 : Number(given.slice(2));
      return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
    });
  const best = (named: (type: string) => boolean, family: string): Preference => {
    // The most specific range counts, whatever the others say.
    for (const matches of [named, (type: string) => type === family, (type: string) => type === '*/*']) {
      const fitting = ranges.filter(({ type }) => matches(type));
      if (fitting.length > 0)
        return { quality: Math.max(...fitting.map((one) => one.quality)), named: matches === named };
    }
    return { quality: 0, named: false };
  };
  return {
    html: best((type) => type === 'text/html' || type === 'application/xhtml+xml', 'text/*'),
    json: best((type) => type.endsWith('/json') || type.endsWith('+json'), 'application/*'),
  };
}
