/** Where a list was scrolled to and which lead was opened from it, until the page is reloaded. */
interface Place {
  top: number;
  leadId: string | null;
}

const places = new Map<string, Place>();

/** Where the reader left the list; the top if they have not been there. */
export function lastPlace(list: string): Place {
  return places.get(list) ?? { top: 0, leadId: null };
}

/** Remembers part of the place until the page is reloaded. */
export function notePlace(list: string, part: Partial<Place>): void {
  places.set(list, { ...lastPlace(list), ...part });
}
