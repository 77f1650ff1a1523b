import { type RenumberedPlan, rule } from './renumbering.ts';

/**
 * Renumberings whose old numbers still appear in address books, one per line: the year, who changed what, and the old
 * numbers with their replacements. `?`: that depends on what the number does not say.
 */
const table = {
  '7': [
    String.raw`2005 Минсвязи Russia: area codes that began with 0 begin with 4; a part of Moscow moved to 499 :: 095([3-8]\d{6})>495$1 095[0-29]\d{6}>? 0(?!95)(\d{9})>4$1`,
    String.raw`2007 АИС Kazakhstan: area codes of its own, 7 in front of what were 31 and 32 :: 3([12]\d{8})>7$1`,
  ],
  '30': [
    String.raw`2002 EETT Greece: area codes begin with 2 and end in 0 :: ([4-8]1)0?(\d{6})>2$10$2 ([2-8][02-9][1-9])0?(\d{5})>2$10$2`,
  ],
  '32': [String.raw`2000 BIPT Belgium: mobile numbers of the analogue network :: 75\d{6}>?`],
  '33': [
    String.raw`1996 France Télécom: ten digits, the zone in front; 16 is no prefix any more :: 161(\d{8})>1$1 [2-9]\d{7}>?`,
  ],
  '34': [
    String.raw`1998 Telefónica Spain: the area code is part of every number, beginning with 9 :: ([1-8]\d{7})>9$1`,
  ],
  '40': [
    String.raw`2002 ANRC Romania: 2 in front of area codes, 7 in front of mobile numbers :: 1(\d{7})>21$1 92(\d{6})>722$1 93(\d{6})>723$1 94(\d{6})>744$1 95(\d{6})>745$1 ([3-6]\d{7})>2$1`,
  ],
  '44': [
    String.raw`1995 Oftel, “PhONEday”: 1 in front of area codes, five cities with new ones; mobile numbers followed until 2001 :: ([2-6]1\d{7})>1$1 91(\d{7})>191$1 532(\d{6})>1132$1 742(\d{6})>1142$1 602(\d{6})>1159$1 533(\d{6})>1162$1 272(\d{6})>1179$1 222(\d{6})>2920$1 232(\d{6})>2890$1 703(\d{6})>2380$1 705(\d{6})>2392$1 203(\d{6})>2476$1 (?:37[048]|385|40[23]|41[01]|421|441|46[78]|498|58[59]|802|83[16]|850|860|95[68]|96[16]|97[0369]|976|989)\d{6}>?`,
  ],
  '45': [String.raw`1989 Denmark: eight digits :: \d{6}>?`],
  '47': [String.raw`1993 Norway: eight digits :: [2-9]\d{6}|\d{6}>?`],
  '51': [String.raw`2008 MTC Peru: mobile numbers have nine digits :: 1?(9\d{7})>9$1`],
  '52': [String.raw`1999 Cofetel Mexico: longer local numbers :: \d{8}>?`],
  '54': [
    String.raw`1999 CNC Argentina: 11 and a 4 in front of the numbers of Buenos Aires :: 1(\d{7})>114$1`,
  ],
  '58': [
    String.raw`2000 Conatel Venezuela: area codes of three digits :: 2(\d{7})>212$1 1([46]\d{7})>41$1 ([4-9][1-9]\d{7})>2$1`,
  ],
  '60': [String.raw`2000 Malaysia: eight digits in the Klang Valley :: 3[2-9]\d{6}>?`],
  '61': [
    String.raw`1998 Austel: eight digits in every area, 4 in front of mobile numbers :: 2([2-9]\d{6})>29$1 3([2-9]\d{6})>39$1 7([2-9]\d{6})>73$1 8([2-9]\d{6})>88$1 9([2-9]\d{6})>89$1 (1[4-9]\d{6})>4$1`,
  ],
  '64': [String.raw`2007 Telecom New Zealand: 025 becomes 027 4 :: 25(\d{6})>274$1`],
  '65': [String.raw`2002 IDA Singapore: eight digits :: ([2-8]\d{6})>6$1 (9\d{6})>9$1`],
  '66': [String.raw`2006 NTC Thailand: 8 in front of mobile numbers :: ([169]\d{7})>8$1`],
  '81': [
    String.raw`1999 総務省 Japan: eleven digits for mobile numbers, longer local ones in Tokyo and Osaka :: ([134])0(\d{7})>90$1$2 3(\d{7})>33$1 6(\d{7})>66$1`,
  ],
  '86': [String.raw`2000 China: eight digits in the large cities :: (?:10|2\d)[2-9]\d{6}>?`],
  '90': [String.raw`1994 Türk Telekom: area codes of three digits :: 4(\d{7})>312$1 1\d{7}>?`],
  '91': [
    String.raw`2003 TRAI India: eight digits in the large cities, the first by operator :: (?:11|20|22|33|40|44|79|80)\d{7}>?`,
  ],
  '94': [String.raw`2003 TRC Sri Lanka: seven digits behind the area code :: 1(\d{6})>112$1 8(\d{6})>812$1`],
  '98': [String.raw`2006 Iran: eight digits in Tehran :: 21\d{7}>?`],
  '213': [
    String.raw`2008 ARPT Algeria: nine digits for mobile numbers, the first one doubled :: ([567])(\d{7})>$1$1$2`,
  ],
  '216': [String.raw`2001 Tunisia: eight digits, 7 in front of area codes :: ([1-8]\d{6})>7$1`],
  '221': [String.raw`2007 ARTP Senegal: mobile numbers by operator :: [1-79]\d{6}>?`],
  '222': [String.raw`2010 ARE Mauritania: eight digits, the first by operator :: \d{7}>?`],
  '223': [String.raw`2008 CRT Mali: eight digits :: \d{7}>?`],
  '224': [String.raw`2010 ARPT Guinea: nine digits, 30 or 6 in front :: (6\d{7})>6$1 \d{8}>?`],
  '226': [String.raw`2005 ARTEL Burkina Faso: eight digits :: \d{6}>?`],
  '227': [String.raw`2006 ARM Niger: eight digits :: \d{6}>?`],
  '228': [String.raw`2010 ART&P Togo: eight digits :: \d{7}>?`],
  '233': [String.raw`2010 NCA Ghana: new area codes :: 21(\d{6})>302$1 22(\d{6})>303$1 51(\d{5})>3220$1`],
  '235': [String.raw`2009 OTRT Chad: eight digits :: \d{6,7}>?`],
  '236': [String.raw`2007 Central African Republic: eight digits :: \d{6}>?`],
  '238': [String.raw`2004 ANAC Cape Verde: seven digits :: (2\d{5})>2$1 (9\d{5})>9$1`],
  '242': [String.raw`2007 Congo: nine digits :: [4-6]\d{6}>?`],
  '244': [String.raw`2005 INACOM Angola: nine digits :: 9\d{7}>?`],
  '250': [String.raw`2009 RURA Rwanda: nine digits :: 0?8\d{6,7}|5\d{5}>?`],
  '251': [String.raw`2005 Ethiopia: seven digits behind the area code :: [1-9]\d{6}>?`],
  '253': [
    String.raw`2012 Djibouti Télécom: eight digits, 77 in front of mobile numbers :: ([68]\d{5})>77$1 [34]\d{5}>?`,
  ],
  '254': [String.raw`2002 CCK Kenya: 2 becomes 20 in Nairobi :: 2(\d{6})>20$1`],
  '256': [String.raw`2006 UCC Uganda: 041 becomes 0414 :: 41(\d{6})>414$1`],
  '258': [String.raw`2005 INCM Mozambique: new area codes :: 1(\d{6})>21$1 [2-7]\d{6}>?`],
  '260': [String.raw`2007 CAZ Zambia: nine digits :: ([1-8]\d{6})>21$1 9([567])(\d{6})>9$1$1$2`],
  '261': [String.raw`2004 OMERT Madagascar: nine digits :: 22(\d{5})>2022$1`],
  '263': [
    String.raw`2019 POTRAZ Zimbabwe: new area codes for Harare and Bulawayo :: 4(\d{6})>242$1 9(\d{6})>292$1`,
  ],
  '265': [String.raw`2009 MACRA Malawi: nine digits for mobile numbers :: [89]\d{6}>?`],
  '268': [
    String.raw`2010 Eswatini: eight digits, 2 in front of fixed and 7 in front of mobile numbers :: ([2-5]\d{6})>2$1 (6\d{6})>7$1`,
  ],
  '351': [
    String.raw`1999 ICP Portugal: nine digits, beginning with 2 for fixed lines :: 1(\d{7})>21$1 2(\d{7})>22$1 ([3-9]\d{7})>2$1 0(9[136]\d{7})>$1`,
  ],
  '353': [String.raw`1995 Ireland: seven digits in Dublin :: 1\d{6}>?`],
  '354': [String.raw`1995 Iceland: seven digits :: \d{5,6}>?`],
  '355': [String.raw`2008 Albania: area codes of two digits :: 42\d{5}>?`],
  '356': [String.raw`2001 Maltacom: eight digits :: ([2-8]\d{5})>21$1`],
  '357': [String.raw`2002 CYTA: eight digits :: 0?([2-6]\d{6})>2$1 0?9(\d{6})>99$1`],
  '358': [String.raw`1996 Finland: 90 becomes 9 :: 90(\d{5,8})>9$1`],
  '359': [String.raw`2005 CRC Bulgaria: 088 becomes 0888 :: 88(\d{6})>888$1 8[79]\d{6}>?`],
  '370': [
    String.raw`2003 RRT Lithuania: eight digits :: 2(\d{6})>52$1 7(\d{6})>37$1 6(\d{6})>46$1 22\d{6}>?`,
  ],
  '371': [
    String.raw`2008 SPRK Latvia: eight digits, 6 in front of fixed and 2 in front of mobile numbers :: ([347]\d{6})>6$1 ([89]\d{6})>2$1 [256]\d{6}>?`,
  ],
  '374': [String.raw`2006 Armenia: new area codes :: 1(\d{6})>10$1 9(\d{6})>91$1`],
  '381': [String.raw`2007 Montenegro has the country code 382 :: 8[1-9]\d{6}>?`],
  '385': [String.raw`1996 Croatia: seven digits in Zagreb :: 1\d{6}>?`],
  '386': [String.raw`2000 Slovenia: area codes of one digit :: 61(\d{7})>1$1 6[0-9]\d{6}>?`],
  '421': [String.raw`2001 Slovakia: 07 becomes 02 in Bratislava :: 7(\d{8})>2$1`],
  '502': [String.raw`2004 SIT Guatemala: eight digits :: \d{7}>?`],
  '503': [String.raw`2005 SIGET El Salvador: eight digits :: ([2-4]\d{6})>2$1 ([7-9]\d{6})>7$1 [56]\d{6}>?`],
  '504': [String.raw`2010 Conatel Honduras: eight digits :: (2\d{6})>2$1 ([389])(\d{6})>$1$1$2 [4-7]\d{6}>?`],
  '505': [String.raw`2009 Telcor Nicaragua: eight digits :: (2\d{6})>2$1 ([468]\d{6})>8$1 [3579]\d{6}>?`],
  '507': [String.raw`2005 ASEP Panama: eight digits for mobile numbers :: (6\d{6})>6$1`],
  '509': [String.raw`2008 Conatel Haiti: eight digits :: \d{7}>?`],
  '591': [String.raw`2001 SITTEL Bolivia: eight digits :: \d{7}>?`],
  '592': [String.raw`2003 Guyana: seven digits :: \d{6}>?`],
  '852': [String.raw`1995 OFTA Hong Kong: eight digits :: ([2-8]\d{6})>2$1 (9\d{6})>9$1`],
  '853': [String.raw`2008 Macao: eight digits :: ([2-9]\d{5})>28$1 (6\d{6})>6$1`],
  '856': [String.raw`2011 Laos: mobile numbers of ten digits :: 20\d{7}>?`],
  '880': [String.raw`2005 BTRC Bangladesh: ten digits for mobile numbers :: 1([78])([1-9])(\d{6})>1$11$2$3`],
  '962': [
    String.raw`2004 TRC Jordan: nine digits for mobile numbers :: 79(\d{6})>795$1 77(\d{6})>777$1 78\d{6}>?`,
  ],
  '963': [String.raw`2006 Syria: 093 and 094 become 0933 and 0944 :: 9([34])(\d{6})>9$1$1$2`],
  '965': [
    String.raw`2008 Kuwait: eight digits, the first by operator :: ([234]\d{6})>2$1 (9\d{6})>9$1 [5-8]\d{6}>?`,
  ],
  '968': [String.raw`2006 Oman: eight digits :: (9\d{6})>9$1`],
  '971': [String.raw`2000 Etisalat: 050 with seven digits behind it :: 50\d{6}>?`],
  '972': [String.raw`2004 Israel: seven digits behind the prefix of mobile numbers :: 5\d{7}>?`],
  '973': [String.raw`2005 TRA Bahrain: eight digits, 17 in front of fixed lines :: ([2-8]\d{5})>17$1`],
  '977': [String.raw`2005 Nepal: seven digits in Kathmandu :: 1\d{6}>?`],
  '995': [String.raw`2011 GNCC Georgia: nine digits :: 32(\d{6})>322$1 ([5-9]\d{7})>5$1`],
};

/** By calling code. */
export const earlierPlans: ReadonlyMap<string, readonly RenumberedPlan[]> = new Map(
  Object.entries(table).map(([code, lines]) => [code, lines.map((line) => planOf(line))]),
);

function planOf(line: string): RenumberedPlan {
  const [about = '', changes = ''] = line.split(' :: ');
  return {
    since: Number(about.slice(0, 4)),
    source: about.slice(5),
    rules: changes.split(' ').map((change) => {
      const [old = '', now = ''] = change.split('>');
      return rule(new RegExp(`^(?:${old})$`), now === '?' ? null : now);
    }),
  };
}
