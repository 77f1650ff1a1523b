/**
 * What is written between a number and its extension, in lower case and without accents where the script has them.
 * Words with another meaning after a number, such as “option” or “after”, are not here: what follows them is not dialed
 * with the number.
 */
const extensionWords = [
  // English, and loanwords of most languages
  'ext',
  'extn',
  'exten',
  'extension',
  'xtn',
  'xt',
  'x',
  'e x t',
  // German, Austrian
  'durchwahl',
  'dw',
  'durchw',
  'nebenstelle',
  'nst',
  'nebenst',
  'hausapparat',
  'intern',
  'internt',
  'klappe',
  'kl',
  'apparat',
  'app',
  // French, Catalan
  'poste',
  'extensio',
  // Spanish
  'anexo',
  'anx',
  'interno',
  'int',
  'interior',
  // Portuguese
  'ramal',
  'rml',
  'extensao',
  // Italian
  'derivato',
  'interna',
  // Dutch, Afrikaans
  'toestel',
  'tst',
  'toest',
  'doorkies',
  'doorkiesnummer',
  'uitbreiding',
  'bylyn',
  // Danish, Norwegian, Swedish, Icelandic
  'lokal',
  'lok',
  'lokalnr',
  'lokalnummer',
  'internnummer',
  'anknytning',
  'ankn',
  'ank',
  'anknytn',
  'innanhuss',
  // Finnish, Estonian
  'alanumero',
  'alanro',
  'sisenumber',
  'sise',
  'sisetelefon',
  'lisanumero',
  // Polish, Czech, Slovak
  'wew',
  'wewn',
  'wewnetrzny',
  'w',
  'linka',
  'klapka',
  'klap',
  'kl',
  // Hungarian, Romanian, Albanian
  'mellek',
  'mell',
  'mellekallomas',
  'interiorul',
  'brendshem',
  // Croatian, Serbian, Slovenian
  'interni',
  'lokal',
  'интерни',
  'локал',
  'int broj',
  // Bulgarian, Russian, Ukrainian, Belarusian
  'вътр',
  'вътрешен',
  'доб',
  'добавочный',
  'доп',
  'внутр',
  'внутренний',
  'вн',
  'дод',
  'додатковий',
  'внутрішній',
  'дад',
  // Latvian, Lithuanian
  'ieks',
  'iekseja',
  'ieksejais',
  'vid',
  'vidinis',
  'vidaus',
  // Greek
  'εσωτ',
  'εσωτερικο',
  'εσ',
  'συν',
  'τοπικο',
  // Turkish, Azerbaijani
  'dahili',
  'dah',
  'ic hat',
  'daxili',
  // Hebrew, Arabic, Persian, Urdu
  'שלוחה',
  'תוספת',
  'שלוחת',
  'תחנה',
  'تحويلة',
  'تحويله',
  'داخلي',
  'امتداد',
  'فرعي',
  'داخلی',
  'ایکسٹینشن',
  // Hindi, Bengali, Thai
  'एक्सटेंशन',
  'विस्तार',
  'এক্সটেনশন',
  'ต่อ',
  // Vietnamese, Indonesian, Malay, Filipino
  'may le',
  'nhanh',
  'noi bo',
  'so noi bo',
  'so le',
  'pesawat',
  'psw',
  'sambungan',
  'samb',
  // Georgian, Armenian
  'შიდა',
  'ներքին',
  // Japanese, Chinese, Korean
  '内線',
  '内線番号',
  '分机',
  '分機',
  '分机号',
  '内线',
  '內線',
  '转',
  '轉',
  '转分机',
  '轉分機',
  '내선',
  '내선번호',
  '구내',
  '교환',
];

const words = [...new Set(extensionWords)]
  .toSorted((one, other) => other.length - one.length)
  .map((word) => word.replaceAll(' ', '[ .]*'))
  .join('|');

/** Words for “number” before or after the extension word. */
const numberWords =
  'number|nummer|numero|numer|num|nr|no|n|№|番号|番|号|номер|номером|число|cislo|broj|αριθμος|מספר|رقم|شماره|번호';

/** Blanks and dots around the word. */
const between = new RegExp(
  `^[\\s,;.:(/-]*(?:(?:${numberWords})[\\s.:°ºª]*)?(?:(?:${words})[\\s.:)#ºª-]*(?:(?:${numberWords})[\\s.:°ºª]*)?|#)$`,
  'u',
);

/**
 * In Polish the letter marks an extension only between a whole number and the few digits of one: +41 w 44… is not one.
 */
const letter = /(?<!\p{L})w(?!\p{L})/u;
const fewestBeforeLetter = 7;
const mostBehindLetter = 5;

/**
 * Whether a text between two groups of digits says that the second is an extension of the first; their digit counts
 * decide about a single letter.
 */
export function saysExtension(text: string, digits = { before: 0, behind: 0 }): boolean {
  const small = text.toLowerCase();
  const isNoPair = digits.before < fewestBeforeLetter || digits.behind > mostBehindLetter;
  if (isNoPair && letter.test(small)) return false;
  return saysSo(small.trim()) || saysSo(withoutAccents(small).trim());
}

/** `ext.`, `#`, the pause of modems (`,,`) or the parameter of RFC 3966 (`;ext=`). */
function saysSo(text: string): boolean {
  if (/^[\s,;.:(/-]*$/u.test(text)) return text.endsWith(',,');
  const [, before = ''] = /^([\s,;.:(/-]*)ext\s*=$/u.exec(text) ?? [];
  return before.trimEnd().endsWith(';') || between.test(text);
}

/** Latin, Greek and Cyrillic letters without their diacritics; Hangul would be decomposed in the same form. */
function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '')
    .normalize('NFC')
    .replaceAll('đ', 'd')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i');
}

/** Words that mark the following digits as something nobody answers. */
const otherNumbers =
  /(?:^|[^\p{L}])(?:f(?=\s*[.: ])|fx|tele?fax|telefaks|faksi?|fax|telecopie(?:ur)?|belgegecer|iban|bic|vat|ust-?id|tva|eori|invoice|rechnung|rechnungsnr|facture|order|bestellung|bestellnr|ticket|case|ref|reference|id|kundennummer|kundennr|kd-?nr|(?:customer|order|account|case|contract|invoice|reference) (?:nr|no|number|id)|zip|zip code|plz|postcode|postal code|p\.?o\.? ?box|postfach|passport|ssn|cpf|cnpj|nif|siret|siren|pesel|nip|cuit|pin|eur|usd|gbp|chf|факс|инн|огрн|снилс|φαξ|афм|αφμ|فاكس|فکس|فكس|פקס|แฟกซ์|ファックス|ファクス|传真|傳真|팩스)[\s.:#°№-]*$/iu;

/** Whether the words before a row of digits say that it is not a phone number. */
export function saysOtherNumber(before: string): boolean {
  return otherNumbers.test(withoutAccents(before.toLowerCase()));
}
