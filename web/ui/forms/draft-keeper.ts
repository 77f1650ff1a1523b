import {
  type Attempt,
  applyDraft,
  type DraftBox,
  type DraftPlace,
  type DraftValues,
} from '../../api/drafts.ts';

const quietMs = 300;

export interface FormReading {
  /** The values of the form without typed text. */
  base: DraftValues;
  values: DraftValues;
}

/** The draft that was restored into the form. */
export interface RestoredDraft {
  at: number;
  /** Typed fields that someone has changed since. */
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

  /** An attempt to send that was never answered, even before a reload. */
  get attempt(): Attempt | undefined {
    return this.lastAttempt;
  }

  /** The draft to restore into the form; undefined if there is none. */
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

  /** Something was typed: it is saved after a short pause. */
  touch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), quietMs);
  }

  /** Saves what is still waiting for the pause, as the page may close. */
  flush(): void {
    if (this.timer !== undefined) this.write();
  }

  /** Saves what is typed immediately. */
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

  /** Sent or discarded: nothing more is kept until the form is gone. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isOver = true;
    this.lastAttempt = undefined;
    this.box.remove(this.place);
  }

  /** Deletes the draft; what is typed next is kept again. */
  renew(): void {
    this.clear();
    this.isOver = false;
  }
}
