/** The row, card or line that something on the screen belongs to. */
export function rowAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-lead-id]') : null;
}

/** The lead that something on the screen belongs to. */
export function leadIdAt(target: EventTarget | null): string | undefined {
  return rowAt(target)?.dataset.leadId;
}

/** The row of a lead, if it is rendered. */
export function rowOf(region: HTMLElement | null, leadId: string): HTMLElement | null {
  return region?.querySelector<HTMLElement>(`[data-lead-id="${leadId}"]`) ?? null;
}

/** The link of a row, by which its lead opens. */
export function linkIn(row: HTMLElement | null): HTMLAnchorElement | null {
  return row?.querySelector<HTMLAnchorElement>('[data-lead-link]') ?? null;
}

/** Whether a person has marked text, which a click does not touch. */
export const hasMarkedText = (): boolean => (window.getSelection()?.toString() ?? '') !== '';
