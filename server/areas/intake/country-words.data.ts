/**
 * What people and programs call countries besides the names in the packages: inverted ISO names, short and old names,
 * abbreviations. Each line is a code and its names, separated by bars; spelling is folded before comparing.
 */
const table = `
AE|UAE|U.A.E.|Emirates|Vereinigte Emirate|EAU|VAE|BAE
AO|Republic of Angola
AX|Aland
BA|Bosnia|Bosnia Herzegovina|Bosnien|BiH
BH|Kingdom of Bahrain
BL|St Barths|St Barts|Saint Barth
BN|Brunei Darussalam|Negara Brunei Darussalam
BO|Bolivia, Plurinational State of
BQ|Bonaire|Bonaire, Sint Eustatius and Saba|Caribbean Netherlands|BES Islands
BS|Bahamas|Commonwealth of the Bahamas
BY|Belorussia|Byelorussia|Weissrussland|White Russia
CC|Cocos Islands|Keeling Islands
CD|DRC|DR Congo|D.R. Congo|RDC|Congo, Democratic Republic of the|Congo, The Democratic Republic of|Congo, Dem. Rep.|Dem. Rep. Congo|Democratic Republic of Congo|Congo Kinshasa|Congo (Kinshasa)|Congo (Democratic Republic)|Congo {Democratic Rep}|Zaire|Zaïre|Republique democratique du Congo|República Democrática do Congo|República Democrática del Congo|Demokratische Republik Kongo
CF|CAR|Central African Rep
CG|Republic of Congo|Congo, Republic of|Congo, Rep.|Congo Brazzaville|Congo (Brazzaville)|Republique du Congo|Republik Kongo
CH|Swiss|Swiss Confederation|Confoederatio Helvetica|Confederation Helvetica|Schweiz/Suisse/Svizzera/Svizra
CI|Cote d Ivoire|Ivory Coast|Republic of Cote d'Ivoire
CN|PRC|P.R. China|PR China|P.R.C.|China, People's Republic of|Mainland China|China Mainland|People's Rep. of China|中国大陆|中國大陸|中华人民共和国
CV|Cape Verde|Cabo Verde
CZ|Czech Republic|Czechia|Czech Rep|Czechoslovakia Czech Republic|CR Ceska republika
DE|FRG|BRD|Federal Republic of Germany|Germany, Federal Republic of|Bundesrepublik Deutschland|West Germany|East Germany|Allemagne RFA
DO|Dominican Rep|Rep. Dominicana|Republica Dominicana
EH|Western Sahara|Sahrawi Arab Democratic Republic
ES|Kingdom of Spain|Canary Islands|Islas Canarias
FK|Falkland Islands|Falklands|Malvinas|Islas Malvinas|Falkland Islands (Malvinas)|Falkland Islands (Islas Malvinas)
FM|Micronesia|Micronesia, Federated States of|Federated States of Micronesia
FO|Faroe Islands|Faeroe Islands|Faeroes
FR|Metropolitan France|France, Metropolitan|France metropolitaine|Republique francaise
GB|UK|U.K.|U.K|G.B.|G B|United Kingdom of Great Britain and Northern Ireland|United Kingdom of Great Britain & N. Ireland|Great Britain and Northern Ireland|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|N. Ireland|England & Wales|Royaume Uni|RU Royaume Uni|Grossbritannien|Gran Bretana|Inghilterra|Angleterre|Inglaterra
GE|Republic of Georgia|Georgia (Sakartvelo)|Georgia (Country)|Sakartvelo
GM|Gambia|Gambia, The
GN|Guinea|Republic of Guinea|Guinea Conakry|Guinea-Conakry|Guinée Conakry
GS|South Georgia|South Georgia and the South Sandwich Islands
HK|Hong Kong|HKSAR|Hong Kong SAR|Hong Kong S.A.R.|Hong Kong SAR China|Hong Kong SAR, China|Hong Kong China|Hongkong|China Hong Kong|Hong Kong Special Administrative Region|Hong Kong, China SAR|香港特别行政区|香港特別行政區
HM|Heard and McDonald Islands|Heard Island and McDonald Islands
IE|Eire|Ireland, Republic of|Republic of Ireland|Irish Republic|Southern Ireland
IM|Isle of Man
IO|British Indian Ocean Territory|Chagos Islands
IR|Persia|Iran, Islamic Republic of|Iran (Islamic Republic of)|Islamic Republic of Iran
KG|Kirghizia|Kirgizstan|Kyrgyz Republic|Kirgizia
KH|Kampuchea
KN|St Kitts|Saint Kitts|Saint Christopher and Nevis
KP|北朝鮮|朝鲜|북한|North Korea|DPRK|D.P.R.K.|DPR Korea|Korea North|Korea, North|Korea (North)|Korea, Democratic People's Republic of|Democratic People's Republic of Korea|Korea, Dem. People's Rep.
KR|South Korea|ROK|R.O.K.|S. Korea|Korea South|Korea, South|Korea (South)|Korea, Republic of|Korea (Republic of)|Korea, Rep.|Rep. of Korea|Republic of Korea|대한민국|한국|남한|韓国|韩国
LA|Laos|Lao PDR|Lao P.D.R.|Lao|Lao People's Democratic Republic
LC|St. Lucia
LY|Libya|Libyan Arab Jamahiriya|State of Libya
MD|Moldova, Republic of|Republic of Moldova|Moldavia|Moldova (Republic of)
MF|St Martin|Saint Martin|St. Martin (French part)|Saint Martin (French part)|Saint-Martin
MK|Macedonia|North Macedonia|FYROM|F.Y.R.O.M.|FYR Macedonia|Macedonia, FYR|Former Yugoslav Republic of Macedonia|Macedonia, the former Yugoslav Republic of|Macedonia (FYROM)|Republic of Macedonia|Mazedonien|Macedoine
MM|Burma|Myanmar (Burma)|Birma|Birmania|Birmanie|Union of Myanmar
MO|Macao|Macau|Macao SAR|Macau SAR|Macao SAR China|Macau S.A.R.|China Macau|Macau, China
MP|Northern Marianas|Northern Mariana Islands|CNMI|Saipan
MU|Ile Maurice|Mauritius Island
MX|Estados Unidos Mexicanos|United Mexican States|Mejico|EUM
NL|Holland|Holland (Netherlands)|Netherlands|Netherlands, The|Kingdom of the Netherlands|Pays Bas|Paises Bajos|Hollande|Holanda|Olanda|Niederlande (Holland)
NZ|Aotearoa|Aotearoa New Zealand|NZL|N.Z.|Neuseeland
PF|Tahiti|French Polynesia
PG|PNG|P.N.G.|Papua
PH|Philippines|Pilipinas|The Phillipines|Phillipines|Philipines|Republika ng Pilipinas
PM|St Pierre|Saint Pierre and Miquelon
PS|Palestine|Palestinian Territory|Palestinian Territories|Palestine, State of|Palestinian Territory, Occupied|Occupied Palestinian Territory|West Bank|Gaza|West Bank and Gaza|Palestinian Authority
PT|Portuguese Republic|Azores|Madeira
PY|Republic of Paraguay
RE|Reunion|Reunion Island|Ile de la Reunion
RO|Rumania|Roumania
RU|Russian Federation|Russia|RF|The Russian Federation|РФ|Rossiya|Rossija
SA|KSA|K.S.A.|Saudi|Saudi-Arabia|Kingdom of Saudi Arabia|Arabie Saoudite
SH|St Helena|Saint Helena|Saint Helena, Ascension and Tristan da Cunha|Ascension|Tristan da Cunha
SJ|Svalbard|Spitsbergen|Jan Mayen
SK|Slovak Republic|Slovakia (Slovak Republic)|Slovak Rep
ST|Sao Tome|Sao Tome and Principe
SX|St Maarten|St. Maarten (Dutch part)|Sint Maarten (Dutch part)|Sint Maarten
SY|Syria|Syrian Arab Republic
SZ|Swaziland|Eswatini|Kingdom of Swaziland|Swasiland
TC|Turks & Caicos
TF|French Southern Territories|French Southern and Antarctic Lands
TH|Siam|ประเทศไทย|ราชอาณาจักรไทย
TL|East Timor|Timor|Timor-Leste|Timor Leste|Osttimor|Timor Oriental
TR|Turkey|Turkiye|Republic of Turkey|Republic of Türkiye|Türkei
TT|Trinidad|Tobago|Trinidad-Tobago
TW|Taiwan|ROC|R.O.C.|Taiwan, Province of China|Taiwan (Province of China)|Taiwan ROC|Taiwan (ROC)|Taiwan, Republic of China|Taiwan R.O.C.|Republic of China|Republic of China (Taiwan)|Chinese Taipei|Formosa|台湾|台灣|臺灣|中華民國
TZ|Tanzania|Tanzania, United Republic of|Zanzibar|Tanganyika
UM|US Minor Outlying Islands|U.S. Minor Outlying Islands|United States Minor Outlying Islands
US|USA|U.S.A.|U.S.|U.S|U S A|U S|United States|United States of America|United States (USA)|United States of America (USA)|United States of America (the)|States|The States|America|Unites States|United State|United States America|Amerika|USA (United States)|Etats Unis|Etats Unis d'Amerique|EUA|EE.UU.|EE UU|EEUU|EE. UU.|E.E.U.U.|E.U.A.|Estados Unidos|Estados Unidos da America|Stati Uniti|Vereinigte Staaten|Vereinigte Staaten von Amerika|США|アメリカ|アメリカ合衆国|美国|美國|미국
VA|Vatican|Vatican City|Holy See|Holy See (Vatican City State)|Vatican City State|Vatikan
VC|St Vincent|Saint Vincent|Saint Vincent and Grenadines
VE|Venezuela|Venezuela, Bolivarian Republic of|Venezuela (Bolivarian Republic of)|Bolivarian Republic of Venezuela
VG|British Virgin Islands|Virgin Islands, British|Virgin Islands (British)|BVI|B.V.I.|Virgin Islands (UK)|Virgin Islands, UK
VI|US Virgin Islands|U.S. Virgin Islands|Virgin Islands, U.S.|Virgin Islands (U.S.)|Virgin Islands (US)|Virgin Islands of the United States|United States Virgin Islands|USVI|U.S.V.I.|Virgin Islands (USA)
VN|Viet Nam|Vietnam|Socialist Republic of Vietnam|Viet-Nam
WF|Wallis and Futuna|Wallis
WS|Samoa|Western Samoa|Independent State of Samoa
AS|American Samoa|Eastern Samoa
ZA|RSA|R.S.A.|South Africa|South-Africa|S. Africa|Republic of South Africa|Südafrika
ZW|Rhodesia
LK|Ceylon|Sri-Lanka|Democratic Socialist Republic of Sri Lanka
BF|Upper Volta|Burkina
BJ|Dahomey
ET|Abyssinia
IN|Bharat|Hindustan|Republic of India|INDIA (Bharat)
JP|Nippon|Nihon|日本国
EG|Arab Republic of Egypt|Egypt, Arab Rep.|UAR
YE|Yemen, Rep.|Republic of Yemen
SL|Sierra-Leone
GW|Guinea Bissau|Guiné Bissau
GQ|Equatorial Guinea|Eq. Guinea
US|Estados Unidos de América|Estados Unidos da América|US of A|U.S. of A.|Соединённые Штаты Америки|Соединенные Штаты Америки|米国|미합중국|Η.Π.Α.|Förenta staterna|Stany Zjednoczone Ameryki|Mỹ|the US|Amerikai Egyesült Államok
GB|Grande-Bretagne|Соединённое Королевство|İngiltere|Velká Británie|Nagy-Britannia|the UK|Cymru|Gran Bretaña|Gran Bretagna|Grã-Bretanha|Bretland
NL|Голландия|Нидерландия|荷蘭
CZ|Чешская Республика|Rep. Checa|Czeska Republika|ČR
TR|Türkiye Cumhuriyeti
HK|中国香港|中國香港|HK SAR|Hong Kong S.A.R. of China|Hong Kong SAR, PRC|Hong Kong, P.R. China|Hong Kong, PRC
MO|中国澳门|中國澳門|Macau SAR, PRC
KR|Южная Корея|大韩民国|Korea (Rep. of)|R. O. Korea|Rep. Korea|Zuid-Korea
KP|N. Korea|КНДР
CI|Republique de Cote d'Ivoire|RCI
BA|Bosnia and Hercegovina|Bosnien-Herzegowina|B&H|Bosnia i Hercegovina
KN|Saint Kitts-Nevis|St. Kitts-Nevis
VC|St. Vincent/Grenadines|Saint Vincent & Grenadines
VN|S.R. Vietnam|SR Vietnam
RU|Russian Fed.|Российская Фед.
MD|Moldau
MK|N. Macedonia|Northern Macedonia|TFYR Macedonia|FYRO Macedonia|TFYROM
IR|I.R. Iran|IR Iran|I.R. of Iran
LA|P.D.R. Laos|Laos (PDR)|Laos PDR|Lao People's Dem. Rep.
CD|Congo (DRC)|Congo DR|RD Congo|R.D. Congo|Rép. Dém. du Congo|DR Kongo|D.R. of Congo|D. R. of Congo|Congo, Dem Rep of
CG|Congo Republic|Rep. of Congo
AE|الإمارات|الامارات|Émirats|Emiratos|Emirati|Емірати
SA|S. Arabia
CN|China P.R.|P. R. China|China, People’s Rep.|China PR
TW|Taiwan, China|Taiwan (China)|臺灣省|R.O.C. Taiwan|中国台湾
CH|Confédération suisse|Schweizerische Eidgenossenschaft|Suisse romande|Svizra|Confederazione Svizzera|Deutschschweiz
GR|Ελλάς|Hellenic Republic|Ελληνική Δημοκρατία
IE|ROI|R.O.I.
PL|Rzeczpospolita Polska
SK|Slovenská republika
HR|Republika Hrvatska
PS|Occupied Palestinian Territories
SY|Syrian Arab Rep.
TZ|Tanzania, U.R.|U.R. Tanzania
VE|Venezuela, RB|Venezuela (B.R.)|República Bolivariana de Venezuela|R.B. Venezuela
DO|Dom. Rep.|Rep. Dom.|Domrep|Dominican Republic (DR)
TT|T&T|Trinidad y Tobago
AG|Antigua|Antigua/Barbuda
FM|Micronesia (Fed. States)|Micronesia, Fed. Sts.
ST|S. Tome e Principe
VI|American Virgin Islands|US Virgin Is.|Virgin Is. (U.S.)
VG|British Virgin Is.|Br. Virgin Islands|Virgin Is. (British)
KY|Cayman|Caymans|Grand Cayman
FO|Føroyar|Faroes
GL|Kalaallit Nunaat
ZA|South African Republic
NZ|N. Zealand|Neu Seeland
AU|Oz
CA|CDN
IN|इंडिया|ଭାରତ|भारत गणराज्य
JP|にほん|にっぽん|ニッポン
BR|República Federativa do Brasil|Rep. Fed. do Brasil
MY|Malaysie|Msia|M'sia|West Malaysia|East Malaysia|Peninsular Malaysia
SG|S'pore
EG|A.R. Egypt
BY|Белоруссия|Belorus
LU|Grand-Duché de Luxembourg|Gd Duché de Luxembourg|Großherzogtum Luxemburg
VA|Saint-Siège|Santa Sede|Heiliger Stuhl
DE|Bundesrep. Deutschland|Fed. Rep. of Germany|BR Deutschland|Germany, Fed. Rep.
CF|République centrafricaine
BO|Estado Plurinacional de Bolivia
`;

/** The names that the table gives each code. */
export const furtherNames: readonly (readonly [code: string, names: readonly string[]])[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', ...names] = line.split('|');
    return [code, names];
  });

/**
 * Letter codes for countries outside ISO 3166-1, now or formerly: reserved and withdrawn codes, the European Union's,
 * and the Olympic ones that are no other country's in ISO.
 */
export const furtherCodes: ReadonlyMap<string, string> = new Map(
  (
    'UK:GB EL:GR FX:FR BU:MM TP:TL ZR:CD DD:DE ' +
    'ALG:DZ ANG:AO ARU:AW BAH:BS BAN:BD BAR:BB BHU:BT BOT:BW BUL:BG BUR:BF CAM:KH CGO:CG CHA:TD CHI:CL CRC:CR CRO:HR DEN:DK ' +
    'ESA:SV FIJ:FJ GAM:GM GER:DE GRE:GR GUA:GT HAI:HT HON:HN INA:ID IRI:IR ISV:VI IVB:VG KSA:SA KUW:KW LAT:LV LBA:LY LES:LS ' +
    'MAD:MG MAS:MY MAW:MW MGL:MN MON:MC MRI:MU MTN:MR MYA:MM NCA:NI NED:NL NEP:NP NGR:NG NIG:NE OMA:OM PAR:PY PHI:PH PLE:PS ' +
    'POR:PT PUR:PR RSA:ZA SEY:SC SIN:SG SLO:SI SOL:SB SRI:LK SUD:SD SUI:CH SUR:SR TAN:TZ TGA:TO TOG:TG TPE:TW TRI:TT UAE:AE ' +
    'URU:UY VAN:VU VIE:VN YAR:YE ZAM:ZM ZIM:ZW ZAI:CD ROM:RO TMP:TL'
  )
    .split(' ')
    .map((pair) => {
      const [letters = '', code = ''] = pair.split(':');
      return [letters, code];
    }),
);

/** Names that two countries share: nobody can tell which one is meant. */
export const unclearNames: readonly string[] = [
  'Korea',
  'Corea',
  'Corée',
  'Coreia',
  'Kore',
  'Корея',
  'Congo',
  'Kongo',
  'Конго',
  'Virgin Islands',
  'Micronesia Polynesia',
  'Sudan and South Sudan',
];
