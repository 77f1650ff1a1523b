import { type DraftBox, type DraftPlace, type DraftValues, typedFields } from '../../../api/drafts.ts';

/** What was typed and not saved yet, by field. */
export interface KeptWords {
  /** What the server had when somebody began to type. */
  base: DraftValues;
  values: DraftValues;
  /** What was sent without an answer: it may have arrived. */
  sent: DraftValues;
}

/** Keeps on this device what the server does not have yet, so that neither a dead tab nor a dead server takes it away. */
export class WordKeeper {
  constructor(
    private readonly box: Pick<DraftBox, 'find' | 'keep' | 'remove'>,
    private readonly place: DraftPlace,
    private readonly now: () => number = Date.now,
  ) {}

  /** What an earlier visit left, with the time at which it was typed. */
  find(): (KeptWords & { at: number }) | undefined {
    const found = this.box.find(this.place);
    if (!found || typedFields(found).length === 0) return undefined;
    const { at, base, values, attempt } = found;
    return { at, base, values, sent: readSent(attempt?.body) };
  }

  keep({ base, values, sent }: KeptWords): void {
    const attempt = { at: this.now(), body: JSON.stringify(sent) };
    if (Object.keys(values).length === 0) this.box.remove(this.place);
    else this.box.keep(this.place, { base, values, attempt });
  }
}

function readSent(body = '{}'): DraftValues {
  try {
    return JSON.parse(body) as DraftValues;
  } catch {
    return {};
  }
}
