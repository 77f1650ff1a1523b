import { type Language, languageOf } from '../../../../contract/languages/languages.ts';
import { type OptionalMailCategory, optionalMailCategories } from '../../../../contract/mail/lists.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import {
  keepLinkSecret,
  type MailCategory,
  type MailKinds,
  readTurnsOff,
  type TurnsOff,
} from '../../mail/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import { findMemberLocale, listOwnSwitchedOff, saveChoice } from './preferences.repo.ts';

/** What the page behind the link of an email shows; who the recipient is does not belong to it, as emails are passed on. */
export interface UnsubscribeView {
  readonly language: Language;
  readonly organizationName: string;
  readonly category: Pick<MailCategory, 'title' | 'explanation'>;
  /** false: such emails are turned off. */
  readonly wanted: boolean;
}

/** What is behind a link: nothing, emails to someone who has left, or the choice. */
export type OpenedUnsubscribe =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'open'; readonly view: UnsubscribeView };

type Link = TurnsOff & { readonly category: OptionalMailCategory };

/** Turns emails of one kind off, and on again, for whoever has the link of such an email (NT-3). */
export class Unsubscribing {
  private readonly categories: ReadonlyMap<string, MailCategory>;
  private readonly getSecret: () => Promise<Buffer>;

  /** @param kinds every kind of email */
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    kinds: MailKinds,
  ) {
    this.getSecret = keepLinkSecret(db);
    const declared = Object.values(kinds).flatMap(({ category }) => category ?? []);
    this.categories = new Map(declared.map((category) => [category.key, category]));
  }

  /** Only reads: programs that scan emails open every link. */
  open(token: string): Promise<OpenedUnsubscribe> {
    return this.enter(token, () => Promise.resolve());
  }

  /** Makes the same choice as the settings do; making it again changes nothing. */
  choose(token: string, wanted: boolean): Promise<OpenedUnsubscribe> {
    return this.enter(token, async (tx, { personId, category }) => {
      const off = await listOwnSwitchedOff(tx, personId);
      if (off.has(category) === wanted) await saveChoice(tx, personId, category, wanted, this.clock.now());
    });
  }

  /** Works as the person of the link while they are a member of its organization; one transaction. */
  private async enter(
    token: string,
    work: (tx: Transaction, link: Link) => Promise<void>,
  ): Promise<OpenedUnsubscribe> {
    const link = readTurnsOff(await this.getSecret(), optionalMailCategories, token);
    const category = link && this.categories.get(link.category);
    if (!link || !category) return { kind: 'unknown' };
    return inOrganization(this.db, link, async (tx) => {
      const member = await findMemberLocale(tx, link.organizationId, link.personId);
      const organization = await findOrganization(tx, link.organizationId);
      if (!member || !organization) return { kind: 'ended' };
      await work(tx, link);
      const off = await listOwnSwitchedOff(tx, link.personId);
      return {
        kind: 'open',
        view: {
          language: languageOf(member.locale ?? 'en'),
          organizationName: organization.name,
          category,
          wanted: !off.has(link.category),
        },
      };
    });
  }
}
