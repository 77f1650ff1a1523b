interface Wish {
  readonly favorite: boolean;
  /** When the server had it, by {@link FavoriteWishes.now}; undefined while it is on its way. */
  settledAt: number | undefined;
}

/**
 * What the person marked and unmarked in this tab. A favorite is theirs alone and no version of the lead: this is how a
 * read that began before the server had it is told from one that knows better.
 */
export class FavoriteWishes {
  private count = 0;
  private readonly latest = new Map<string, Wish>();
  /** What the server has, as far as this tab knows. */
  private readonly held = new Map<string, boolean>();

  /** A moment, to be taken before a read is sent. */
  now(): number {
    this.count += 1;
    return this.count;
  }

  /** The person wants this from now on. Returns how to tell what became of it. */
  begin(leadId: string, favorite: boolean): { settle: () => void; withdraw: () => boolean | undefined } {
    const wish: Wish = { favorite, settledAt: undefined };
    const before = this.latest.get(leadId);
    if (!before || before.settledAt !== undefined) this.held.set(leadId, !favorite);
    this.latest.set(leadId, wish);
    return {
      settle: () => {
        wish.settledAt = this.now();
        this.held.set(leadId, favorite);
      },
      /** What is to be shown again; undefined when the person has wanted something else since. */
      withdraw: () => {
        if (this.latest.get(leadId) !== wish) return undefined;
        this.latest.delete(leadId);
        return this.held.get(leadId);
      },
    };
  }

  /** The lead as the person wants it, unless what was read from `readAt` on knows better. */
  applyTo<Lead extends { id: string; favorite: boolean }>(lead: Lead, readAt: number): Lead {
    const wish = this.latest.get(lead.id);
    if (!wish || wish.favorite === lead.favorite) return lead;
    const isOlder = wish.settledAt === undefined || wish.settledAt > readAt;
    return isOlder ? { ...lead, favorite: wish.favorite } : lead;
  }
}

/** The wishes of this tab. */
export const favoriteWishes = new FavoriteWishes();
