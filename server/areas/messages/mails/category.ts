import type { PreferenceCategory } from '../../../../contract/messages/action-center.ts';
import type { Actor } from '../../identity/index.ts';

/** A category of notifications, as people turn it on or off (NT-3, NT-5). */
export interface Category {
  readonly key: string;
  readonly title: string;
  readonly explanation: string;
  readonly channel: PreferenceCategory['channel'];
  /** Whether the category concerns the person at all. */
  readonly concerns: (actor: Actor) => boolean;
  /** Why it cannot be turned off. */
  readonly requiredReason?: string;
}
