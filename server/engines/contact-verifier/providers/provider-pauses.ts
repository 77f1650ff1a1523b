import type { Clock } from '../../../platform/clock.ts';
import type { ProviderAnswer } from './ask-provider.ts';

/** So many questions in a row without a usable answer within that time, and the provider is left alone for a while. */
const mostTroubles = 3;
const memorySeconds = 300;
/** Also how soon a question that was not asked may come again at the earliest. */
export const shortestPauseSeconds = 60;
const longestPauseSeconds = 1800;
/** No question takes so long: whoever tries a provider after a pause has come back by then. */
const trialSeconds = 120;
/**
 * The first pause when those who were asked about may be at fault, and a control question can settle it; each is twice as
 * long as the last, until a question about a contact is answered.
 */
const shortestDoubtSeconds = 10;

/** A question without a usable answer, with everybody who may have kept the provider from it. */
interface Trouble {
  readonly at: number;
  readonly suspects: readonly string[];
}

/** What {@link ProviderPauses.begin} lets through. */
export interface Round {
  readonly number: number;
  /** It is the one that tries the provider after a pause. */
  readonly isTrial: boolean;
}

export interface PausesOptions {
  readonly clock: Clock;
  /** Whether a pause that may be the fault of suspects ends with a question that no suspect can delay. */
  readonly hasControl: boolean;
  /** Told when a pause begins that is no longer one of the same, and when the provider answers again. */
  readonly onChange?: (standing: { readonly isAsked: boolean; readonly pauseSeconds: number }) => void;
}

/** When a provider may be asked. */
export class ProviderPauses {
  private troubles: readonly Trouble[] = [];
  private pauseSeconds = shortestPauseSeconds;
  private doubtSeconds = shortestDoubtSeconds;
  /** 0: it is not left alone. */
  private until = 0;
  /** Counts up with each pause: what was asked before one says nothing about what is so after it. */
  private round = 0;

  constructor(private readonly options: PausesOptions) {}

  secondsLeft(): number {
    return Math.max(0, this.until - this.now());
  }

  /** Lets a question through; undefined: the provider is left alone. After a pause one question tries. */
  begin(): Round | undefined {
    if (this.secondsLeft() > 0) return undefined;
    const isTrial = this.until > 0;
    if (isTrial) this.until = this.now() + trialSeconds;
    return { number: this.round, isTrial };
  }

  /** What came of a question of that round. Suspects whose trouble is known already say nothing new. */
  note({ number }: Round, answer: ProviderAnswer, suspects: readonly string[]): void {
    if (number !== this.round) return;
    if (answer.kind === 'cancelled' || (isTrouble(answer) && this.knows(suspects))) {
      // The next one tries.
      if (this.until > 0) this.until = this.now();
    } else if (isTrouble(answer)) this.noteTrouble(answer, suspects);
    else this.noteAnswer();
  }

  /** It is in trouble, beyond doubt. */
  leaveAlone(answer: ProviderAnswer): void {
    const wasLeftAlone = this.until > 0;
    const pauseSeconds = Math.max(this.pauseSeconds, askedFor(answer) ?? 0);
    this.pauseSeconds = Math.min(longestPauseSeconds, this.pauseSeconds * 2);
    this.pause(pauseSeconds, !wasLeftAlone);
  }

  /** It answers. */
  noteAnswer(): void {
    const wasLeftAlone = this.until > 0;
    this.troubles = [];
    this.pauseSeconds = shortestPauseSeconds;
    this.doubtSeconds = shortestDoubtSeconds;
    this.until = 0;
    if (wasLeftAlone) this.options.onChange?.({ isAsked: true, pauseSeconds: 0 });
  }

  /** The control question was answered: those who were asked about were at fault, and may be so again. */
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

/** Whether waiting for the servers that a question is about can have led to it: not to a limit, and not to a Retry-After. */
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
