/** Old zone names that browsers still report, with their current names in the time zone database. */
const presentNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Godthab': 'America/Nuuk',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Rangoon': 'Asia/Yangon',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Truk': 'Pacific/Chuuk',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
};

/** The current name of a time zone. */
export function presentZoneName(zone: string): string {
  return presentNames[zone] ?? zone;
}

/** The time zone of this browser, by its current name. */
export function browserZone(): string {
  return presentZoneName(Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** "Asia/Ho Chi Minh": a time zone in readable form. */
export function wordZone(zone: string): string {
  return presentZoneName(zone).replaceAll('_', ' ');
}

/** The former names of a time zone, to search by. */
export function formerZoneNames(zone: string): string[] {
  return Object.keys(presentNames).filter((old) => presentNames[old] === zone);
}
