import { languageOf } from '../../../../contract/languages/languages.ts';
import type { MailPreferences, MailPreferencesChange } from '../../../../contract/messages/action-center.ts';
import { optionalCategories } from '../../../../contract/messages/lists.ts';
import type { Spoken } from '../../../../contract/sentences.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import type { PersonActor } from '../../identity/index.ts';
import type { MailKinds } from '../../mail/index.ts';
import { findWorkingCalendar } from '../../working-time/index.ts';
import { getNoticeSettings } from './notices.repo.ts';
import * as repo from './preferences.repo.ts';
import { addressStateOf, categoriesFor } from './preferences.rules.ts';
import { findQuietHours, saveQuietHours } from './quiet-hours.repo.ts';

/** How someone wants to be notified (NT-3, NT-5); applies in all organizations that they work in. */
export class PreferencesService {
  private readonly ofMails;

  /**
   * @param kinds every kind of email
   * @param mailsAreSent false: there is no mail server
   */
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    kinds: MailKinds,
    private readonly mailsAreSent: boolean,
  ) {
    this.ofMails = Object.values(kinds).flatMap(({ category }) => category ?? []);
  }

  read(actor: PersonActor): Promise<Spoken<MailPreferences>> {
    return inOrganization(this.db, actor, (tx) => this.present(tx, actor));
  }

  /** Changes what is sent; the contract does not accept names of required categories. */
  change(
    actor: PersonActor,
    { categories = {}, quietHours }: MailPreferencesChange,
  ): Promise<Spoken<MailPreferences>> {
    const now = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      for (const category of optionalCategories) {
        const wanted = categories[category];
        if (wanted !== undefined) await repo.saveChoice(tx, actor.personId, category, wanted, now);
      }
      if (quietHours !== undefined) await saveQuietHours(tx, actor.personId, quietHours, now);
      return this.present(tx, actor);
    });
  }

  private async present(tx: Transaction, actor: PersonActor): Promise<Spoken<MailPreferences>> {
    const person = await repo.getMailPerson(tx, actor.personId);
    const { state, at } = addressStateOf(person);
    const settings = await getNoticeSettings(tx);
    return {
      address: person.email,
      addressState: state,
      addressStateAt: at?.toISOString() ?? null,
      refusedReason: state === 'refused' ? person.email_refused_reason : null,
      mailsAreSent: this.mailsAreSent,
      language: languageOf(person.locale ?? 'en'),
      timeZone: person.time_zone ?? (await findWorkingCalendar(tx, actor.organizationId))?.timeZone ?? 'UTC',
      ...settings,
      quietHours: await findQuietHours(tx, actor.personId),
      categories: categoriesFor(actor, this.ofMails, await repo.listOwnSwitchedOff(tx, actor.personId)),
    };
  }
}
