import type { Clock } from '../../../platform/clock.ts';
import type { ProviderAnswer } from './ask-provider.ts';

/** This many queries in a row without a usable answer within that time, and the provider is left alone for a while. */
const mostTroubles = 3;
const memorySeconds = 300;
/** Also the minimum wait before a skipped query is repeated. */
export const shortestPauseSeconds = 60;
const longestPauseSeconds = 1800;
/** No query takes this long: a trial after a pause has ended by then. */
const trialSeconds = 120;
/**
 * The first pause when the contacts' servers may be at fault, and a control query can settle it; each pause is twice as
 * long as the last, until a query about a contact is answered.
 */
const shortestDoubtSeconds = 10;

/** A query without a usable answer, with all suspects that may have kept the provider from answering. */
interface Trouble {
  readonly at: number;
  readonly suspects: readonly string[];
}

/** What {@link ProviderPauses.begin} lets through. */
export interface Round {
  readonly number: number;
  /** It is the trial of the provider after a pause. */
  readonly isTrial: boolean;
}

export interface PausesOptions {
  readonly clock: Clock;
  /** Whether a pause that suspects may have caused ends with a query that no suspect can delay. */
  readonly hasControl: boolean;
  /** Called when a pause begins that does not continue the last one, and when the provider answers again. */
  readonly onChange?: (standing: { readonly isAsked: boolean; readonly pauseSeconds: number }) => void;
}

/** Decides when a provider may be queried. */
export class ProviderPauses {
  private troubles: readonly Trouble[] = [];
  private pauseSeconds = shortestPauseSeconds;
  private doubtSeconds = shortestDoubtSeconds;
  /** 0: it is not paused. */
  private until = 0;
  /** Incremented with each pause: queries from before a pause say nothing about the state after it. */
  private round = 0;

  constructor(private readonly options: PausesOptions) {}

  secondsLeft(): number {
    return Math.max(0, this.until - this.now());
  }

  /** Admits a query; undefined: the provider is paused. After a pause one query is the trial. */
  begin(): Round | undefined {
    if (this.secondsLeft() > 0) return undefined;
    const isTrial = this.until > 0;
    if (isTrial) this.until = this.now() + trialSeconds;
    return { number: this.round, isTrial };
  }

  /** Records the outcome of a query of that round. Suspects already known to cause trouble add nothing. */
  note({ number }: Round, answer: ProviderAnswer, suspects: readonly string[]): void {
    if (number !== this.round) return;
    if (answer.kind === 'cancelled' || (isTrouble(answer) && this.knows(suspects))) {
      // The next one tries.
      if (this.until > 0) this.until = this.now();
    } else if (isTrouble(answer)) this.noteTrouble(answer, suspects);
    else this.noteAnswer();
  }

  /** Pauses the provider: it is in trouble, beyond doubt. */
  leaveAlone(answer: ProviderAnswer): void {
    const wasLeftAlone = this.until > 0;
    const pauseSeconds = Math.max(this.pauseSeconds, askedFor(answer) ?? 0);
    this.pauseSeconds = Math.min(longestPauseSeconds, this.pauseSeconds * 2);
    this.pause(pauseSeconds, !wasLeftAlone);
  }

  /** Ends any pause: the provider answers. */
  noteAnswer(): void {
    const wasLeftAlone = this.until > 0;
    this.troubles = [];
    this.pauseSeconds = shortestPauseSeconds;
    this.doubtSeconds = shortestDoubtSeconds;
    this.until = 0;
    if (wasLeftAlone) this.options.onChange?.({ isAsked: true, pauseSeconds: 0 });
  }

  /** The control query was answered: the suspects were at fault, and may be again. */
  endDoubt(): void {
    const wasLeftAlone = this.until > 0;
    this.troubles = [];
    this.until = 0;
    if (wasLeftAlone) this.options.onChange?.({ isAsked: true, pauseSeconds: 0 });
  }

  private knows(suspects: readonly string[]): boolean {
    const known = this.troubles.filter(({ at }) => this.now() - at < memorySeconds);
    return suspects.some((suspect) => known.some((one) => one.suspects.includes(suspect)));
  }

  private noteTrouble(answer: ProviderAnswer, suspects: readonly string[]): void {
    const now = this.now();
    this.troubles = [...this.troubles.filter(({ at }) => now - at < memorySeconds), { at: now, suspects }];
    const isTrial = this.until > 0;
    if (!isTrial && askedFor(answer) === null && this.troubles.length < mostTroubles) return;
    const isDoubt = !isTrial && this.troubles.every((one) => one.suspects.length > 0);
    if (isDoubt && this.options.hasControl) {
      this.pause(this.doubtSeconds, true);
      this.doubtSeconds = Math.min(longestPauseSeconds, this.doubtSeconds * 2);
    } else this.leaveAlone(answer);
  }

  private pause(seconds: number, isNews: boolean): void {
    this.until = this.now() + seconds;
    this.round += 1;
    if (isNews) this.options.onChange?.({ isAsked: false, pauseSeconds: seconds });
  }

  private now(): number {
    return this.options.clock.now().getTime() / 1000;
  }
}

function askedFor(answer: ProviderAnswer): number | null {
  return answer.kind === 'refused' ? answer.retryAfterSeconds : null;
}

/** Whether waiting for a contact's servers can have caused the answer: not a limit, and not a Retry-After. */
export function mayBeOfTheDomain(answer: ProviderAnswer): boolean {
  if (answer.kind !== 'refused') return answer.kind === 'timeout';
  return isTrouble(answer) && answer.status !== 429 && answer.retryAfterSeconds === null;
}

/** Whether the provider itself is in trouble. Refused credentials or an odd answer come quickly and hold up nobody. */
export function isTrouble(answer: ProviderAnswer): boolean {
  if (answer.kind === 'refused')
    return answer.status === 408 || answer.status === 429 || answer.status >= 500;
  return answer.kind === 'timeout' || answer.kind === 'no-connection';
}
