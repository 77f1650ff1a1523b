import { type RenumberedPlan, type Renumbering, rule } from './renumbering.ts';

/** Prefix changes: the old ones with their replacements, before the same remaining digits. */
function prefixes(table: string, rest: string): Renumbering[] {
  return table
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [old = '', now = ''] = pair.split('>');
      return rule(new RegExp(`^${old}(${rest})$`), `${now}$1`);
    });
}

/** By calling code: the changes of this century whose old numbers people still write. */
export const renumberedPlans: ReadonlyMap<string, readonly RenumberedPlan[]> = new Map([
  [
    '20',
    [
      {
        since: 2011,
        source: 'NTRA Egypt: mobile numbers get an eleventh digit',
        rules: prefixes('10>100 11>111 12>122 14>114 16>106 17>127 18>128 19>109', '\\d{7}'),
      },
    ],
  ],
  [
    '30',
    [
      {
        since: 2002,
        source: 'EETT Greece: area codes begin with 2 and end in 0, mobile numbers begin with 69',
        rules: [
          rule(/^10?(\d{7})$/, '210$1'),
          rule(/^310?(\d{6})$/, '2310$1'),
          rule(/^(9[347]\d{7})$/, '6$1'),
        ],
      },
    ],
  ],
  ['41', [{ since: 2007, source: 'OFCOM Switzerland: 01 becomes 044', rules: [rule(/^1(\d{7})$/, '44$1')] }]],
  [
    '44',
    [
      {
        since: 2000,
        source: 'Oftel, “Big Number Change”',
        rules: [
          rule(/^1?71(\d{7})$/, '207$1'),
          rule(/^1?81(\d{7})$/, '208$1'),
          ...prefixes('1203>2476 1222>2920 1232>2890 1703>2380 1705>2392', '\\d{6}'),
        ],
      },
    ],
  ],
  [
    '52',
    [
      {
        since: 2019,
        source: 'IFT Mexico: ten digits for every call; the prefixes 1, 01, 044 and 045 are gone',
        rules: [rule(/^(?:1|01|04[45])(\d{10})$/, '$1')],
      },
    ],
  ],
  [
    '54',
    [
      {
        since: 1999,
        source:
          'ENACOM Argentina: 15 behind the area code is dialled in the country only, 9 in front from abroad',
        rules: [
          rule(/^9?(11)15(\d{8})$/, '9$1$2'),
          rule(/^9?([23]\d{2})15(\d{7})$/, '9$1$2'),
          rule(/^9?([23]\d{3})15(\d{6})$/, '9$1$2'),
        ],
      },
    ],
  ],
  [
    '55',
    [
      {
        since: 2016,
        source: 'Anatel, Resolução 553: the ninth digit of mobile numbers',
        rules: [rule(/^(\d{2})([6-9]\d{7})$/, '$19$2')],
      },
    ],
  ],
  [
    '56',
    [
      {
        since: 2016,
        source: 'Subtel Chile: nine digits everywhere',
        rules: [
          rule(/^2(\d{7})$/, '22$1'),
          rule(/^([3-7]\d)(\d{6})$/, '$12$2'),
          rule(/^0?([5-9]\d{7})$/, '9$1'),
          rule(/^0(9\d{8})$/, '$1'),
        ],
      },
    ],
  ],
  [
    '57',
    [
      {
        since: 2021,
        source: 'CRC Colombia, Resolución 5826: fixed numbers have ten digits, beginning with 60',
        rules: [rule(/^([124-8])(\d{7})$/, '60$1$2')],
      },
    ],
  ],
  [
    '63',
    [
      {
        since: 2019,
        source: 'NTC Philippines: eight digits in Metro Manila, the first by operator',
        rules: [rule(/^2\d{7}$/, null)],
      },
    ],
  ],
  [
    '82',
    [
      {
        since: 2021,
        source: 'MSIT Korea: all mobile numbers begin with 010, the digits behind it by operator',
        rules: [rule(/^1[16789]\d{7,8}$/, null)],
      },
    ],
  ],
  [
    '84',
    [
      {
        since: 2018,
        source: 'MIC Vietnam: mobile numbers of eleven digits get ten',
        rules: prefixes(
          `162>32 163>33 164>34 165>35 166>36 167>37 168>38 169>39 120>70 121>79 122>77 126>76 128>78
           123>83 124>84 125>85 127>81 129>82 186>56 188>58 199>59`,
          '\\d{7}',
        ),
      },
      {
        since: 2017,
        source: 'MIC Vietnam: new area codes',
        rules: [rule(/^4(\d{8})$/, '24$1'), ...prefixes('511>236 710>292 650>274', '\\d{7}')],
      },
    ],
  ],
  [
    '212',
    [
      {
        since: 2009,
        source: 'ANRT Morocco: nine digits, 5 for fixed and 6 for mobile numbers',
        rules: [rule(/^([23]\d{7})$/, '5$1'), rule(/^([14-79]\d{7})$/, '6$1')],
      },
    ],
  ],
  ['221', [{ since: 2007, source: 'ARTP Senegal: nine digits', rules: [rule(/^(8\d{6})$/, '33$1')] }]],
  [
    '225',
    [
      {
        since: 2021,
        source: 'ARTCI Côte d’Ivoire: ten digits, with two in front by operator',
        rules: [
          rule(/^([04-9][789]\d{6})$/, '07$1'),
          rule(/^([04-9][456]\d{6})$/, '05$1'),
          rule(/^([04-9][0123]\d{6})$/, '01$1'),
          rule(/^([23]\d8\d{5})$/, '21$1'),
          rule(/^([23]\d0\d{5})$/, '25$1'),
          rule(/^([23]\d[1-79]\d{5})$/, '27$1'),
        ],
      },
    ],
  ],
  [
    '229',
    [
      {
        since: 2024,
        source: 'ARCEP Benin: ten digits, beginning with 01',
        rules: [rule(/^(\d{8})$/, '01$1')],
      },
    ],
  ],
  [
    '230',
    [
      {
        since: 2013,
        source: 'ICTA Mauritius: mobile numbers get a 5 in front',
        rules: [rule(/^(\d{7})$/, '5$1')],
      },
    ],
  ],
  [
    '237',
    [
      {
        since: 2014,
        source: 'ART Cameroon: nine digits, 2 in front of fixed and 6 in front of mobile numbers',
        rules: [rule(/^([23]\d{7})$/, '2$1'), rule(/^([5-9]\d{7})$/, '6$1')],
      },
    ],
  ],
  [
    '241',
    [
      {
        since: 2019,
        source: 'ARCEP Gabon: nine digits',
        rules: prefixes('0?1>11 0?2>62 0?4>74 0?5>65 0?6>66 0?7>77', '\\d{6}'),
      },
    ],
  ],
  [
    '248',
    [
      {
        since: 2011,
        source: 'Department of ICT Seychelles: seven digits',
        rules: [rule(/^([257]\d{5})$/, '2$1'), rule(/^([346]\d{5})$/, '4$1')],
      },
    ],
  ],
  [
    '506',
    [
      {
        since: 2008,
        source: 'ICE Costa Rica: eight digits',
        rules: [rule(/^([24-7]\d{6})$/, '2$1'), rule(/^([38]\d{6})$/, '8$1')],
      },
    ],
  ],
  [
    '593',
    [
      {
        since: 2012,
        source: 'Conatel Ecuador: mobile numbers get a 9 in front',
        rules: [rule(/^([89]\d{7})$/, '9$1')],
      },
    ],
  ],
  [
    '966',
    [
      {
        since: 2013,
        source: 'CITC Saudi Arabia: area codes begin with 01',
        rules: [rule(/^([1-467])(\d{7})$/, '1$1$2')],
      },
    ],
  ],
  [
    '974',
    [
      {
        since: 2010,
        source: 'ictQATAR: eight digits, the first one doubled',
        rules: [rule(/^([3-7])(\d{6})$/, '$1$1$2')],
      },
    ],
  ],
] satisfies [string, RenumberedPlan[]][]);
