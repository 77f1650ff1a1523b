import { textsIn } from '../../../../contract/catalogue.ts';
import type { MailLanguage, MailReason } from '../../../../contract/mail/lists.ts';
import { german } from './catalogue.de.ts';
import { english } from './catalogue.en.ts';

const texts = textsIn<typeof english, MailLanguage>({ en: english, de: german });

/** What stands under a mail: in which zone its times are, why the recipient has it, and where it is switched off. */
export interface MailFrame {
  readonly language: MailLanguage;
  readonly footer: string;
  /** Which time zone the times are in, if there are any. */
  readonly timesIn?: string;
  readonly settings?: { readonly label: string; readonly href: string };
}

/** @param about `zone` where times were written, `settingsUrl` where the recipient may switch such mails off */
export function frameOf(
  language: MailLanguage,
  {
    reason,
    zone,
    settingsUrl,
  }: { reason: MailReason; zone?: string | undefined; settingsUrl: string | null },
): MailFrame {
  const t = texts[language];
  return {
    language,
    footer: t(`reason.${reason}`),
    ...(zone !== undefined && { timesIn: t('timesIn', { zone }) }),
    ...(settingsUrl !== null && { settings: { label: t('settings'), href: settingsUrl } }),
  };
}
