import type { PreferenceCategory } from '../../../../contract/messages/action-center.ts';
import type { Actor } from '../../identity/index.ts';

/** What is told, as somebody chooses whether to be told it (NT-3, NT-5). */
export interface Category {
  readonly key: string;
  readonly title: string;
  readonly explanation: string;
  readonly channel: PreferenceCategory['channel'];
  /** Whom it concerns at all. */
  readonly concerns: (actor: Actor) => boolean;
  /** Why it cannot be switched off. */
  readonly requiredReason?: string;
}
