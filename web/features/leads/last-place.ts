/** Where a list was scrolled to and which lead was opened from it, until the page is loaded anew. */
interface Place {
  top: number;
  leadId: string | null;
}

const places = new Map<string, Place>();

export function lastPlace(list: string): Place {
  return places.get(list) ?? { top: 0, leadId: null };
}

export function notePlace(list: string, part: Partial<Place>): void {
  places.set(list, { ...lastPlace(list), ...part });
}
