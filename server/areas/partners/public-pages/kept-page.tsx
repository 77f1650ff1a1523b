import { Layout } from './layout.tsx';
import { formTexts } from './texts/catalogue.ts';
import type { PageLanguage } from './texts/page-language.rules.ts';

/** Says that a request has arrived although the offer is gone (IN-4). */
export function KeptPageView({ language }: { language: PageLanguage }) {
  const t = formTexts[language];
  return (
    <Layout title={t('kept.title')} language={language}>
      <div className="card notice">
        <h1>{t('kept.title')}</h1>
        <p>{t('kept.text')}</p>
        <p className="quiet">{t('thanks.done')}</p>
      </div>
    </Layout>
  );
}
