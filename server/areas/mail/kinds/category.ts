import type { Sentence } from '../../../../contract/sentences.ts';
import type { Actor } from '../../identity/index.ts';

/** What the settings say about a kind of email (NT-3). */
interface CategoryText<Key extends string> {
  readonly key: Key;
  readonly title: Sentence;
  readonly explanation: Sentence;
  /** Whether the category concerns the person at all. */
  readonly concerns: (actor: Actor) => boolean;
}

/** A kind of email that people may turn off. */
export interface OptionalCategory<Key extends string = string> extends CategoryText<Key> {
  readonly requiredReason?: never;
}

/** A kind of email that people can only read about. */
export interface RequiredCategory<Key extends string = string> extends CategoryText<Key> {
  /** Why it cannot be turned off. */
  readonly requiredReason: Sentence;
}

export type MailCategory = OptionalCategory | RequiredCategory;
