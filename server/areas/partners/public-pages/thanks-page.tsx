import type { CallToAction } from '../../../../contract/leads/lists.ts';
import { Layout } from './layout.tsx';
import { formWordsOf } from './texts/form-words.ts';
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
  const words = formWordsOf(language).thanks;
  const name = <bdi>{partner}</bdi>;
  return (
    <Layout title={words.title(partner)} partner={partner} language={language}>
      <div className="card notice">
        <span className="done">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 12.5l4.5 4.5L19 7.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
          </svg>
        </span>
        <h1>{words.heading(name)}</h1>
        {offerTitle ? <p>{words.about(<bdi>{offerTitle}</bdi>)}</p> : null}
        <h2>{words.next}</h2>
        <ol>
          <li>{words.receives(name)}</li>
          <li>{callToAction === 'ContactMe' ? words.answers : words.mayAnswer}</li>
        </ol>
        <p className="quiet">{words.done}</p>
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      </div>
    </Layout>
  );
}
