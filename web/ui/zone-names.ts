/** Old names that browsers still report, and the ones that the time zone database uses today. */
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

/** The name that a time zone has today. */
export function presentZoneName(zone: string): string {
  return presentNames[zone] ?? zone;
}

/** The time zone of this browser, by its present name. */
export function browserZone(): string {
  return presentZoneName(Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** "Asia/Ho Chi Minh": a time zone as people read it. */
export function wordZone(zone: string): string {
  return presentZoneName(zone).replaceAll('_', ' ');
}

/** Old names of a time zone, for those who look for them. */
export function formerZoneNames(zone: string): string[] {
  return Object.keys(presentNames).filter((old) => presentNames[old] === zone);
}
