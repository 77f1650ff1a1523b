import {
  type Attempt,
  applyDraft,
  type DraftBox,
  type DraftPlace,
  type DraftValues,
} from '../../api/drafts.ts';

const quietMs = 300;

export interface FormReading {
  /** How the form stands without what was typed. */
  base: DraftValues;
  values: DraftValues;
}

/** What was typed before and is back in the form. */
export interface RestoredDraft {
  at: number;
  /** Fields that were typed in and have been changed by somebody since. */
  moved: string[];
}

/** Keeps the draft of one open form; `read` reads the form as it stands. */
export class DraftKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOver = false;
  private lastAttempt: Attempt | undefined;

  constructor(
    private readonly box: Pick<DraftBox, 'find' | 'keep' | 'remove'>,
    private readonly place: DraftPlace,
    private readonly read: () => FormReading,
  ) {}

  /** A try to send that was never answered, also before the page was loaded again. */
  get attempt(): Attempt | undefined {
    return this.lastAttempt;
  }

  /** What belongs into the form from an earlier time; undefined when nothing does. */
  open(): { values: DraftValues; restored: RestoredDraft } | undefined {
    const found = this.box.find(this.place);
    this.isOver = false;
    this.lastAttempt = found?.attempt;
    if (found === null) return undefined;
    const { base } = this.read();
    const { values, moved } = applyDraft(base, found);
    if (JSON.stringify(values) !== JSON.stringify(base)) return { values, restored: { at: found.at, moved } };
    if (!found.attempt) this.box.remove(this.place);
    return undefined;
  }

  /** Something was typed: it is written down once the keys rest for a moment. */
  touch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), quietMs);
  }

  /** Writes down what still waits for a rest, as the page may go. */
  flush(): void {
    if (this.timer !== undefined) this.write();
  }

  /** Writes down what is typed at once. */
  write(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isOver) return;
    const { base, values } = this.read();
    const isTyped = JSON.stringify(base) !== JSON.stringify(values);
    if (isTyped || this.lastAttempt) this.box.keep(this.place, { base, values, attempt: this.lastAttempt });
    else this.box.remove(this.place);
  }

  note(attempt: Attempt): void {
    this.lastAttempt = attempt;
    this.write();
  }

  /** Sent, or given up: nothing is kept, whatever happens until the form is gone. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isOver = true;
    this.lastAttempt = undefined;
    this.box.remove(this.place);
  }

  /** What was kept is over; what is typed next is not. */
  renew(): void {
    this.clear();
    this.isOver = false;
  }
}
