import type { AskedContact } from '../../profiles/index.ts';
import { Layout } from '../public-pages/layout.tsx';
import { ProblemNotice } from '../public-pages/problem-notice.tsx';
import { marks } from '../public-pages/texts/marks.tsx';
import type { PageLanguage } from '../public-pages/texts/page-language.rules.ts';
import { contactTexts } from './catalogue.ts';

interface ContactPageProps {
  readonly contact: AskedContact;
  readonly token: string;
  readonly language: PageLanguage;
}

/** Says who names whom, and takes the answer; or says that it was given. */
export function ContactPageView({ contact, token, language }: ContactPageProps) {
  const t = contactTexts[language];
  const { organizationName: organization, email, isConfirmed } = contact;
  const state = isConfirmed ? 'confirmed' : 'ask';
  return (
    <Layout title={t(`title.${state}`)} language={language}>
      <div className="card notice">
        <h1>{t(`title.${state}`)}</h1>
        <p>{t.rich('about', { organization, email, ...marks })}</p>
        <p>{t(state)}</p>
        {isConfirmed ? null : (
          <form method="post" action={`/contact/${encodeURIComponent(token)}`}>
            <button className="button" type="submit">
              {t('confirm')}
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}

/** The page behind a link that was replaced. */
export function EndedContactView({ language }: { language: PageLanguage }) {
  const t = contactTexts[language];
  return <ProblemNotice language={language} title={t('ended.title')} text={t('ended.text')} />;
}
