/** Parts of the world, for choosing locations and offers. */
export type Region = 'americas' | 'europe' | 'middleEastAfrica' | 'asiaPacific';

/**
 * Where customers come from. Lists are one comma-separated text; an item in another script carries its Latin spelling
 * after a bar, for email addresses: `Юлія|yuliia`.
 */
export interface Market {
  readonly country: string;
  readonly region: Region;
  /** How often customers come from here. */
  readonly weight: number;
  /** Hours from UTC, without summer time. */
  readonly utcOffset: number;
  readonly currency: string;
  readonly language: string;
  /** Each # is a digit; numbers are in ranges reserved for fiction, or invented where a plan reserves none. */
  readonly phone: string;
  readonly firstNames: string;
  readonly lastNames: string;
  /** Invented names that company names are built from, and the legal forms they use. */
  readonly companyWords: string;
  readonly companyForms: string;
}

export interface Spelling {
  readonly text: string;
  readonly latin: string;
}

const known = new Map<string, readonly Spelling[]>();

/** Reads one of the lists of a market. */
export function readList(list: string, language: string): readonly Spelling[] {
  const key = `${language} ${list}`;
  const spellings = known.get(key) ?? parseList(list, language);
  known.set(key, spellings);
  return spellings;
}

function parseList(list: string, language: string): Spelling[] {
  return list.split(',').map((item) => {
    const [text = '', latin] = item.trim().split('|');
    return { text, latin: latin ?? toLatin(language === 'de' ? spellUmlauts(text) : text) };
  });
}

const special: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** As German speakers spell them where only ASCII letters are accepted. */
function spellUmlauts(text: string): string {
  return text.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue');
}

/** Letters, digits and hyphens only, as in a domain name. */
export function toLatin(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[ßøæłđı]/g, (letter) => special[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9{}]+/g, '-')
    .replace(/^-|-$/g, '');
}
