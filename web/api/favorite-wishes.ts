interface Wish {
  readonly favorite: boolean;
  /** When the server had saved it, by {@link FavoriteWishes.now}; undefined while the request is pending. */
  settledAt: number | undefined;
}

/**
 * The favorites that the person set and removed in this tab. They don't change the version of a lead, so this is how to
 * tell a read that began before the server had saved one from a read that is newer.
 */
export class FavoriteWishes {
  private count = 0;
  private readonly latest = new Map<string, Wish>();
  /** What the server has saved, as far as this tab knows. */
  private readonly held = new Map<string, boolean>();

  /** The current moment; take it before sending a read. */
  now(): number {
    this.count += 1;
    return this.count;
  }

  /** Records what the person wants. Returns callbacks for success and failure. */
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
      /** Returns the value to show again; undefined if the person has changed their mind since. */
      withdraw: () => {
        if (this.latest.get(leadId) !== wish) return undefined;
        this.latest.delete(leadId);
        return this.held.get(leadId);
      },
    };
  }

  /** Applies what the person wants to the lead, unless the read that began at `readAt` is newer. */
  applyTo<Lead extends { id: string; favorite: boolean }>(lead: Lead, readAt: number): Lead {
    const wish = this.latest.get(lead.id);
    if (!wish || wish.favorite === lead.favorite) return lead;
    const isOlder = wish.settledAt === undefined || wish.settledAt > readAt;
    return isOlder ? { ...lead, favorite: wish.favorite } : lead;
  }
}

/** The wishes of this tab. */
export const favoriteWishes = new FavoriteWishes();
