import type { UnsubscribeView } from '../../messages/index.ts';
import { Layout } from '../public-pages/layout.tsx';
import { ProblemNotice } from '../public-pages/problem-notice.tsx';
import { marks } from '../public-pages/texts/marks.tsx';
import type { PageLanguage } from '../public-pages/texts/page-language.rules.ts';
import { type UnsubscribeTexts, unsubscribeTexts } from './catalogue.ts';

interface UnsubscribePageProps {
  readonly view: UnsubscribeView;
  readonly token: string;
  /** They were just turned on again. */
  readonly undone?: boolean;
}

/** Says which emails these are, and turns them off; or says that they are off, and turns them on again. */
export function UnsubscribePageView({ view, token, undone = false }: UnsubscribePageProps) {
  const { language, organizationName: organization, category, wanted } = view;
  const t = unsubscribeTexts[language];
  const state = stateOf(wanted, undone);
  return (
    <Layout title={t(`title.${state}`)} language={language}>
      <div className="card notice">
        <h1>{t(`title.${state}`)}</h1>
        <p>{t.rich('about', { organization, ...marks })}</p>
        <p>
          <strong>{category.title.in(language)}</strong>
          <br />
          {category.explanation.in(language)}
        </p>
        <p>{t(state)}</p>
        <Choice token={token} wanted={wanted} t={t} />
        <p className="quiet">{t('everywhere')}</p>
        <p>
          <a href="/settings/notifications">{t('settings')}</a>
        </p>
      </div>
    </Layout>
  );
}

function stateOf(wanted: boolean, undone: boolean): 'ask' | 'off' | 'on' {
  if (!wanted) return 'off';
  return undone ? 'on' : 'ask';
}

/** The one button. It sends what a mailbox sends (RFC 8058), so there is one way to turn emails off. */
function Choice({ token, wanted, t }: { token: string; wanted: boolean; t: UnsubscribeTexts }) {
  const path = `/unsubscribe/${encodeURIComponent(token)}`;
  return (
    <form method="post" action={wanted ? path : `${path}/undo`}>
      {wanted ? <input type="hidden" name="List-Unsubscribe" value="One-Click" /> : null}
      <button className="button" type="submit">
        {wanted ? t('turnOff') : t('undo')}
      </button>
    </form>
  );
}

/** The page behind the link of someone who left. */
export function EndedUnsubscribeView({ language }: { language: PageLanguage }) {
  const t = unsubscribeTexts[language];
  return <ProblemNotice language={language} title={t('ended.title')} text={t('ended.text')} />;
}
