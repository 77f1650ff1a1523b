import type { TextVerdict, WordWeight } from '../../../../contract/intake/quarantine.ts';
import { formatNumber, Panel, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './quarantine.module.css';

/** The score of the text, learned from the operator's decisions, and the words that raised and lowered it. */
export function TextPanel({ text }: { text: TextVerdict | null }) {
  const { locale } = useLocale();
  if (!text) return null;
  const { score, decisionsNeeded, spamDecisions, releasedDecisions } = text;
  const counts = {
    spam: formatNumber(spamDecisions, locale),
    released: formatNumber(releasedDecisions, locale),
  };
  const learns = spamDecisions >= decisionsNeeded && releasedDecisions >= decisionsNeeded;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Panel title={t('submission.wording.title')}>
      <p className="ll-note">
        {t.rich('submission.wording.score', {
          share: percent.format(score),
          b: (part) => <strong className="ll-numbers">{part}</strong>,
        })}{' '}
        {learns
          ? t('submission.wording.learned', counts)
          : t('submission.wording.notLearned', { ...counts, needed: formatNumber(decisionsNeeded, locale) })}
      </p>
      <div className={classes.words}>
        <Words title={t('submission.wording.forSpam')} words={text.forSpam} />
        <Words title={t('submission.wording.againstSpam')} words={text.againstSpam} />
      </div>
    </Panel>
  );
}

function Words({ title, words }: { title: string; words: WordWeight[] }) {
  return (
    <section>
      <h3 className="ll-subtitle">{title}</h3>
      {words.length === 0 ? (
        <p className={`ll-muted ${classes.noWords}`}>{shared('none')}</p>
      ) : (
        <ul className="ll-list">
          {words.map(({ word }) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
