import type { TextVerdict, WordWeight } from '../../../../contract/intake/quarantine.ts';
import { Panel, useLocale } from '../../../ui/index.ts';
import classes from './quarantine.module.css';

/** What the score learned from the operator's decisions says about the words, and which of them it says it for. */
export function TextPanel({ text }: { text: TextVerdict | null }) {
  const { locale } = useLocale();
  if (!text) return null;
  const { score, decisionsNeeded, spamDecisions, releasedDecisions } = text;
  const counts = `${spamDecisions} confirmed as spam, ${releasedDecisions} released`;
  const learns = spamDecisions >= decisionsNeeded && releasedDecisions >= decisionsNeeded;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Panel title="Wording">
      <p>
        <strong className="ll-numbers">{percent.format(score)}</strong> likely to be spam.{' '}
        {learns
          ? `This score includes what was learned from your decisions: ${counts}.`
          : `This score rests on what Leadlight ships with. It learns from your decisions once there are ${decisionsNeeded} of each kind. So far: ${counts}.`}
      </p>
      <div className={classes.words}>
        <Words title="Points to spam" words={text.forSpam} />
        <Words title="Points to a genuine request" words={text.againstSpam} />
      </div>
    </Panel>
  );
}

function Words({ title, words }: { title: string; words: WordWeight[] }) {
  return (
    <section>
      <h3 className="ll-subtitle">{title}</h3>
      {words.length === 0 ? (
        <p className="ll-muted">None</p>
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
