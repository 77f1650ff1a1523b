import type { CallToAction } from '../../../../contract/leads/lists.ts';
import { Layout } from './layout.tsx';
import { formTexts } from './texts/catalogue.ts';
import { marks } from './texts/marks.tsx';
import type { PageLanguage } from './texts/page-language.rules.ts';

interface ThanksPageProps {
  readonly language: PageLanguage;
  readonly partner: string;
  readonly callToAction: CallToAction;
  /** undefined: the request was about the partner itself. */
  readonly offerTitle?: string;
  readonly back: { readonly href: string; readonly label: string };
}

/** Says that the request has arrived, and what happens next. */
export function ThanksPageView({ language, partner, callToAction, offerTitle, back }: ThanksPageProps) {
  const t = formTexts[language];
  return (
    <Layout title={t('thanks.title', { partner })} partner={partner} language={language}>
      <div className="card notice">
        <span className="done">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 12.5l4.5 4.5L19 7.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
          </svg>
        </span>
        <h1>{t.rich('thanks.heading', { partner, ...marks })}</h1>
        {offerTitle ? <p>{t.rich('thanks.about', { offer: offerTitle, ...marks })}</p> : null}
        <h2>{t('thanks.next')}</h2>
        <ol>
          <li>{t.rich('thanks.receives', { partner, ...marks })}</li>
          <li>{callToAction === 'ContactMe' ? t('thanks.answers') : t('thanks.mayAnswer')}</li>
        </ol>
        <p className="quiet">{t('thanks.done')}</p>
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      </div>
    </Layout>
  );
}
