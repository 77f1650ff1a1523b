import { useQuery } from '@tanstack/react-query';
import type { CustomerNews } from '../../../../../contract/mail/mail.ts';
import { t } from './catalogue.ts';
import classes from './customer-news.module.css';
import { customerNewsQuery, tellOfCustomer } from './customer-news-data.ts';

/** What the customer is told when the lead is declined, with the email itself behind a fold (LC-3). */
export function CustomerNewsNote({ leadId }: { leadId: string }) {
  const { data, isError } = useQuery(customerNewsQuery(leadId));
  const { sentence, mail } = tellOfCustomer({ data, isError });
  return (
    <div className={classes.note}>
      <p role="status" data-known={data !== undefined || undefined}>
        {sentence}
      </p>
      {mail && <Mail mail={mail} />}
    </div>
  );
}

type ShownMail = NonNullable<CustomerNews['mail']>;

function Mail({ mail }: { mail: ShownMail }) {
  return (
    <details className={classes.fold}>
      <summary>{t('customerNews.show')}</summary>
      <p className={classes.subject} lang={mail.language}>
        {mail.subject}
      </p>
      <MailText mail={mail} />
    </details>
  );
}

function MailText({ mail: { language, text } }: { mail: ShownMail }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.text} lang={language} tabIndex={0} aria-label={t('customerNews.label')}>
      {text}
    </section>
  );
}
