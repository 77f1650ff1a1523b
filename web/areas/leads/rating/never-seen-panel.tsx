import { Panel } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './rating.module.css';

const kinds = ['names', 'addresses', 'genderAndAge', 'notes', 'messages'] as const;

/** What no rating may take into account (LQ-3). */
export function NeverSeenPanel() {
  return (
    <Panel title={t('neverSeen.title')}>
      <ul className={classes.never}>
        {kinds.map((kind) => (
          <li key={kind}>{t(`neverSeen.${kind}`)}</li>
        ))}
      </ul>
      <p className={`ll-note ${classes.intro}`}>{t('neverSeen.whatIsUsed')}</p>
    </Panel>
  );
}
