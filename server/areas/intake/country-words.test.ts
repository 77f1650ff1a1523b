import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCodes, isCountryCode } from '../../../contract/countries.ts';
import { readCountry } from './country-words.ts';

/** Words as machines and people send them, by the country that they mean; `??`: not understood, or not clear. */
const table = `
US: USA ; United States of America ; U.S.A. ; u.s. ; 840 ; en-US ; Vereinigte Staaten ; Estados Unidos ; EE.UU. ; États-Unis ; us ; Us ; usa
GB: UK ; GBR ; England ; Großbritannien ; Grossbritannien ; Royaume-Uni ; Reino Unido ; United Kingdom of Great Britain and Northern Ireland ; U.K.
DE: DEU ; Deutschland ; 276 ; +49 ; 0049 ; 🇩🇪 ; de_DE ; Germany (DE) ; DE - Germany ; ドイツ ; 德国 ; Германия ; GER ; germany. ; GERMANY ; de ; dE ; ＤＥ ; ＧＥＲＭＡＮＹ
NL: The Netherlands ; Holland ; Niederlande ; Netherlands (Kingdom of the) ; Nederland
CZ: Czech Republic ; Česko ; Česká republika
TR: Turkey ; Türkiye ; Türkei ; TÜRKİYE
HK: Hong Kong ; Hong Kong SAR ; 香港 ; 香港特别行政区
BA: Bosnia and Herzegovina
TT: Trinidad and Tobago
LC: Saint Lucia ; St. Lucia
CI: Côte d'Ivoire ; Côte d’Ivoire ; Cote dIvoire ; Ivory Coast ; Côte D’ivoire
KR: Korea, Republic of ; 대한민국 ; 한국 ; S. Korea ; Republic of Korea ; Rep. of Korea ; Korea South
VN: Viet Nam ; Việt Nam
RU: Russian Federation ; Россия
MD: Moldova, Republic of
ES: España
??: Atlantis ; Korea ; Congo ; +1 ; Georgia, USA ; Atlanta, Georgia ; Virgin Islands ; XX ; ZZ ; n/a ; Other ; - ; Earth ; Europe ; EU ; None ; Serbia and Montenegro ; Yugoslavia ; GB-ENG ; Kosovo ; XK ; Deutchland ; ß
AE: UAE
SA: KSA ; السعودية ; المملكة العربية السعودية
CN: PRC ; 中华人民共和国 ; 中國 ; P.R. China ; People's Republic of China ; People’s Republic of China
CD: DRC ; Democratic Republic of the Congo ; Congo {Democratic Rep}
SZ: Swaziland ; Eswatini
MM: Burma ; Myanmar (Burma) ; Union of Myanmar
MK: Macedonia
GN: Guinea
GE: Georgia
AF: 4
CH: Schweiz/Suisse ; Schweiz ; Svizzera
JP: 日本
TH: ประเทศไทย
IL: ישראל
AT: Österreich ; Oesterreich ; OESTERREICH ; osterreich ; Republic of Austria
IE: Republic of Ireland ; Éire ; Ireland {Republic}
BE: Kingdom of Belgium ; België ; Belgique ; Belgien
TZ: Tanzania, United Republic of
TW: Taiwan, Province of China ; 台灣 ; Republic of China
LA: Lao People's Democratic Republic ; Lao PDR
KN: St. Kitts & Nevis
VC: Saint Vincent and the Grenadines
AG: Antigua & Barbuda
ST: sao tome and principe
PS: Palestine, State of
VI: Virgin Islands, U.S.
NE: Niger
NG: Nigeria ; Federal Republic of Nigeria
DM: Dominica
DO: Dominican Republic
SY: Syrian Arab Republic
IR: Iran, Islamic Republic of
CV: Cabo Verde ; Cape Verde
CW: Curacao
RE: Réunion
AX: Aland Islands
MO: Macau
BR: Brasil
PL: Polska
HU: Magyarország
GR: Ελλάδα ; Hellas
FI: Suomi
SE: Sverige
NO: Norge
DK: Danmark
IS: Ísland
IN: भारत
CC: Cocos (Keeling) Islands
FK: Falkland Islands (Malvinas)
BO: Bolivia (Plurinational State of)
VA: Holy See ; Vatican City
NA: NA
KP: North Korea
CG: Republic of the Congo
GM: The Gambia
BS: Bahamas, The
MH: Marshall Islands
SB: Solomon Islands
CK: Cook Islands
FO: Faroe Islands
IM: Isle of Man
FM: Micronesia, Federated States of ; Federated States of Micronesia
LU: Lëtzebuerg ; Luxemburg ; Luxembourg
UA: Україна ; Ukraine ; Україна (Ukraine)
SG: Singapur
SK: Slovak Republic
ZA: Republic of South Africa ; Suedafrika
SX: Sint Maarten
MF: Saint Martin (French part)
GP: Guadeloupe
GF: French Guiana
GY: Guyana
PG: Papua New Guinea
GQ: Equatorial Guinea
GW: Guinea-Bissau
SD: Sudan
SS: South Sudan
CF: Central African Republic ; CAR
TL: East Timor
JO: Jordan
JE: Jersey
LB: Lebanon
IT: İtalya ; ITALIA ; italy
MX: Mexico ; México
BN: Brunei Darussalam
KG: Kyrgyz Republic
AU: Commonwealth of Australia
PN: Pitcairn
SJ: Svalbard and Jan Mayen
WF: Wallis & Futuna
TC: Turks and Caicos Islands
BL: Saint Barthélemy ; St Barthelemy
SH: Saint Helena
CY: Zypern
RO: Rumaenien ; Rumänien
US: the US ; US of A ; Estados Unidos de América ; Соединённые Штаты Америки ; 米国 ; UnitedStates ; USA - California ; California, USA
GB: the UK ; London, UK ; England, UK ; Cymru ; İngiltere ; Velká Británie ; United-Kingdom
DE: Berlin, Germany ; DE, Germany ; Germany, Fed. Rep. ; Bundesrep. Deutschland ; Deutsch land ; de_DE.UTF-8
TR: T.C. ; Türkiye Cumhuriyeti
EG: A.R.E. ; A.R. Egypt
KR: Южная Корея ; 大韩民国 ; Sth Korea
HK: 中国香港 ; Hong Kong, P.R. China
AE: UAE - Dubai ; Dubai {UAE} ; Dubai, UAE ; الإمارات
BE: Königreich Belgien ; Royaume de Belgique ; Brussels, Belgium
AT: Republik Österreich
ES: Reino de España ; Spain - Madrid ; España {Península}
LU: Grand-Duché de Luxembourg ; Luxembourg {Grand-Duché}
CZ: Rep. Checa ; Czeska Republika
ID: Republik Indonesia
HR: Republika Hrvatska
KY: Cayman Is. ; Cayman
MH: Marshall Is.
VG: Br. Virgin Islands
VI: US Virgin Is.
SS: S. Sudan
EH: W. Sahara
MK: N. Macedonia
LA: Lao People’s Dem. Rep.
SY: Syrian Arab Rep.
CD: Congo DR ; RD Congo ; Rép. Dém. du Congo
CG: Congo Republic
VE: Venezuela, RB
DO: Dom. Rep.
FM: Micronesia, Fed. Sts.
AU: Sydney, Australia ; Australia {NSW}
??: 44 ; 49 ; Wilmington, DE ; Canada/USA ; not Germany, Europe ; Germany and France ; Macedonia, Greece
??: Holland, Michigan ; Lebanon, Tennessee ; Mexico, Missouri ; Peru, Illinois ; Jordan, Minnesota ; Turkey, Texas ; Chad, Smith ; Kein Deutschland, Schweiz ; Pas la France, Suisse
`;

const rows = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [code = '', words = ''] = line.split(': ');
    return words.split(' ; ').map((said) => ({ said, code: code === '??' ? null : code }));
  });

describe('IN-4: countries in words that machines send', () => {
  it.each(rows)('IN-4 $said is $code', ({ said, code }) => {
    expect(readCountry(said)).toBe(code);
  });

  it('IN-4 understands every country by its code and by its name in many languages', () => {
    for (const language of [
      'en',
      'de',
      'fr',
      'es',
      'it',
      'pt',
      'nl',
      'pl',
      'cs',
      'sv',
      'tr',
      'ru',
      'ar',
      'ja',
      'ko',
      'zh',
    ]) {
      const names = new Intl.DisplayNames(language, { type: 'region' });
      const missed = countryCodes.filter((code) => readCountry(names.of(code) ?? '') !== code);
      // Congo-Kinshasa in Arabic and the like are told apart; what one language calls alike is left open.
      expect(missed.length, `${language}: ${missed}`).toBeLessThanOrEqual(2);
    }
    expect(countryCodes.filter((code) => readCountry(code.toLowerCase()) !== code)).toEqual([]);
  });

  it('IN-4 capitals, spaces, accents and apostrophes make no difference', () => {
    const names = new Intl.DisplayNames('en', { type: 'region' });
    const mangle = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => `  ${text.replaceAll(' ', '\u00a0 ')}\t`,
      (text: string) => text.normalize('NFD'),
      (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/gu, ''),
      (text: string) => text.replaceAll('’', "'"),
      (text: string) => text.replaceAll('&', 'and'),
      (text: string) => text.replaceAll('St.', 'Saint'),
      (text: string) => `The ${text}`,
    );
    const understood = countryCodes.filter((code) => readCountry(names.of(code) ?? '') === code);
    expect(understood.length).toBeGreaterThan(245);
    fc.assert(
      fc.property(fc.constantFrom(...understood), fc.array(mangle, { maxLength: 4 }), (code, mangles) => {
        const said = mangles.reduce((text, change) => change(text), names.of(code) ?? '');
        expect(readCountry(said), said).toBe(code);
      }),
      { numRuns: 300 },
    );
  });

  it('IN-4 any text gives an assigned code or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (said) => {
        const code = readCountry(said);
        expect(code === null || isCountryCode(code)).toBe(true);
      }),
    );
  });
});
