import type { ActivityKind } from '../../../../contract/leads/lists.ts';

/** The id of the text in the form for activities, for those who jump to it. */
export const composerId = 'lead-activity-text';

/** What someone is to write down. */
export interface AskedActivity {
  readonly kind: ActivityKind;
  /** What the text begins with, where nothing was typed yet. */
  readonly text?: string;
}

type Listener = (leadId: string, asked: AskedActivity) => void;
const listeners = new Set<Listener>();

/** Opens the form for an activity of the lead that is shown, and puts the focus into its text. */
export function askForActivity(leadId: string, asked: AskedActivity): void {
  for (const listener of listeners) listener(leadId, asked);
  const field = document.getElementById(composerId);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** Calls `listener` when someone is to write down an activity. */
export function onActivityAsked(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
