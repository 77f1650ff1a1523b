/**
 * Numbers that a regulator has reserved for films, books and examples: nobody ever answers there (CV-2). Covers
 * countries whose regulators publish such numbers, where they could be confirmed; each block names its source.
 */
interface FictionalBlock {
  /** The national (significant) number without its last digits. */
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  /** How many digits follow the prefix. */
  readonly digits: number;
}

/** The regulator that reserves the number, or null when it is not fictional. */
export function keeperOfFictionalNumber(callingCode: string, nationalNumber: string): string | null {
  if (callingCode === '1') return isNorthAmericanFiction(nationalNumber) ? 'NANPA' : null;
  const kept = keptFree.get(callingCode);
  return kept?.blocks.some((block) => holds(block, nationalNumber)) ? kept.regulator : null;
}

/** 555-0100 to 555-0199 in every area code of the NANP. In 800, only 800-555-0199: the rest of that block is assigned. */
function isNorthAmericanFiction(number: string): boolean {
  if (number.length !== 10 || !number.startsWith('55501', 3)) return false;
  return !number.startsWith('800') || number.endsWith('0199');
}

function holds(block: FictionalBlock, number: string): boolean {
  if (number.length !== block.prefix.length + block.digits || !number.startsWith(block.prefix)) return false;
  const rest = Number(number.slice(block.prefix.length));
  return rest >= block.from && rest <= block.to;
}

/** Every number with this prefix and this many further digits. */
function whole(prefixes: string, digits: number): FictionalBlock[] {
  return prefixes.split(' ').map((prefix) => ({ prefix, from: 0, to: 10 ** digits - 1, digits }));
}

function part(prefix: string, from: number, to: number): FictionalBlock {
  return { prefix, from, to, digits: String(to).length };
}

function single(numbers: string): FictionalBlock[] {
  return whole(numbers, 0);
}

interface KeptFree {
  readonly regulator: string;
  readonly blocks: readonly FictionalBlock[];
}

const keptFree: ReadonlyMap<string, KeptFree> = new Map<string, KeptFree>([
  [
    // “Telephone numbers for use in TV and radio drama programmes”: 1,000 numbers in each area, and by service.
    '44',
    {
      regulator: 'Ofcom',
      blocks: whole(
        '1134960 1144960 1154960 1164960 1174960 1184960 1214960 1314960 1414960 1514960 1614960 1914980 2079460 ' +
          '2896496 2920180 1632960 7700900 8081570 9098790 3069990',
        3,
      ),
    },
  ],
  [
    // Mitteilung Nr. 148/2021, Amtsblatt 7/2021: five local areas, two mobile blocks and ten mobile numbers.
    '49',
    {
      regulator: 'the Bundesnetzagentur',
      blocks: [
        ...whole('3023125 6990009 4066969 2214710 8999998', 3),
        ...whole('17139200 176040690', 2),
        ...single(
          '15228817386 15228895456 15254599371 1729925904 1729968532 1729973185 1729973186 1729980752 1749091317 ' +
            '1749464308',
        ),
      ],
    },
  ],
  [
    // National numbering plan, decision 2018-0881, section 2.5.12: numbers for audiovisual works.
    '33',
    { regulator: 'Arcep', blocks: whole('19900 26191 35301 46571 53649 63998', 4) },
  ],
  [
    // “Telefonnummer till böcker och filmer”.
    '46',
    {
      regulator: 'PTS',
      blocks: [
        part('701740', 605, 699),
        part('313900', 600, 699),
        part('406280', 400, 499),
        part('846500', 400, 499),
        part('980319', 200, 299),
      ],
    },
  ],
  // National numbering scheme: 020 91x xxxx for drama.
  ['353', { regulator: 'ComReg', blocks: whole('2091', 5) }],
  [
    // “Phone numbers for use in TV shows, films and creative works”.
    '61',
    {
      regulator: 'the ACMA',
      blocks: [
        ...whole('25550 27010 35550 37010 75550 77010 85550 87010', 4),
        part('1300975', 707, 711),
        part('1800975', 707, 711),
        ...single('1800160401 1900654321'),
        ...single(
          '491570006 491570110 491570156 491570157 491570158 491570159 491570313 491570737 491571266 491571491 ' +
            '491571804 491572549 491572665 491572983 491573087 491573770 491574118 491574632 491575254 491575789 ' +
            '491576398 491576801 491577426 491577644 491578148 491578888 491578957 491579212 491579455 491579760',
        ),
      ],
    },
  ],
]);
