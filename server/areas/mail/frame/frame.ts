import type { MailLanguage, MailReason } from '../../../../contract/mail/lists.ts';
import { textsIn } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

const texts = textsIn('server/areas/mail/frame', english);

/** The footer of an email: the time zone of its times, why the recipient got it, and where such emails are turned off. */
export interface MailFrame {
  readonly language: MailLanguage;
  readonly footer: string;
  /** The time zone of the times; missing when the email has none. */
  readonly timesIn?: string;
  readonly settings?: FooterLink;
  readonly unsubscribe?: FooterLink;
}

interface FooterLink {
  readonly label: string;
  readonly href: string;
}

/** @param about `zone` when the email contains times, the addresses when the recipient can turn such emails off */
export function frameOf(
  language: MailLanguage,
  {
    reason,
    zone,
    settingsUrl,
    unsubscribeUrl,
  }: {
    reason: MailReason;
    zone?: string | undefined;
    settingsUrl: string | null;
    unsubscribeUrl: string | null;
  },
): MailFrame {
  const t = texts[language];
  return {
    language,
    footer: t(`reason.${reason}`),
    ...(zone !== undefined && { timesIn: t('timesIn', { zone }) }),
    ...(settingsUrl !== null && { settings: { label: t('settings'), href: settingsUrl } }),
    ...(unsubscribeUrl !== null && { unsubscribe: { label: t('unsubscribe'), href: unsubscribeUrl } }),
  };
}
