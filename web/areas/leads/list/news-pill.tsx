import { IconArrowUp, IconRefresh } from '@tabler/icons-react';
import { useLocale } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './leads.module.css';
import { newsWords } from './live-merge.ts';
import type { LiveList } from './use-live-list.ts';

/** Says that there are new leads, and shows them on request. */
export function NewsPill({ live }: { live: LiveList }) {
  const { locale } = useLocale();
  const text = newsWords(live.news, locale);

  function show() {
    live.showNews();
    document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
  }

  return (
    <div className={classes.news} role="status">
      {text && (
        <button type="button" className={classes.newsPill} onClick={show}>
          {live.news.arrived > 0 ? (
            <IconArrowUp size={15} aria-hidden />
          ) : (
            <IconRefresh size={15} aria-hidden />
          )}
          {text}
          <span className={classes.newsHint}>{t('news.show')}</span>
        </button>
      )}
    </div>
  );
}
