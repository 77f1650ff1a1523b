import type { TextVerdict, WordWeight } from '../../../contract/quarantine.ts';
import { Panel, useLocale } from '../../ui/index.ts';
import classes from './quarantine.module.css';

/** What the score learned from the operator's decisions says about the words, and which of them it says it for. */
export function TextPanel({ text }: { text: TextVerdict | null }) {
  const { locale } = useLocale();
  if (!text) return null;
  const { score, decisionsNeeded, spamDecisions, releasedDecisions } = text;
  const learned = `${spamDecisions} confirmed as spam, ${releasedDecisions} released`;
  if (score === null) {
    return (
      <Panel title="Its words">
        <p className="ll-muted">
          The score learns from your decisions and needs {decisionsNeeded} of each kind. So far: {learned}.
        </p>
      </Panel>
    );
  }
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Panel title="Its words">
      <p>
        <strong className="ll-numbers">{percent.format(score)}</strong> likely spam by its words, learned from{' '}
        {learned}.
      </p>
      <div className={classes.words}>
        <Words title="Speak for spam" words={text.forSpam} />
        <Words title="Speak against it" words={text.againstSpam} />
      </div>
    </Panel>
  );
}

function Words({ title, words }: { title: string; words: WordWeight[] }) {
  return (
    <section>
      <h3>{title}</h3>
      {words.length === 0 ? (
        <p className="ll-muted">None</p>
      ) : (
        <ul>
          {words.map(({ word }) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
