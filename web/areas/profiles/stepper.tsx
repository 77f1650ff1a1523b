import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ProfileStep, profileSteps } from '../../../contract/profiles/lists.ts';
import { formatNumber } from '../../ui/format.ts';
import { useLocale } from '../../ui/index.ts';
import { t } from './catalogue.ts';
import { useEditing } from './editing/use-editing.ts';
import classes from './editor.module.css';
import { stepWords } from './profile-words.ts';

/** The steps of the editor, with what is to be mended in each. */
export function Stepper({ step }: { step: ProfileStep }) {
  const { profile } = useEditing();
  const { locale } = useLocale();
  return (
    <nav aria-label={t('editor.steps')} className={classes.stepper}>
      <ol className="ll-list">
        {profileSteps.map((one) => {
          const count =
            one === 'review'
              ? profile.problems.length
              : profile.problems.filter((problem) => problem.step === one).length;
          return (
            <li key={one}>
              <Link
                to="/presence/profiles/$profileId/$step"
                params={{ profileId: profile.id, step: one }}
                aria-current={one === step ? 'page' : undefined}
                className={classes.stepLink}
                title={stepWords[one]}
              >
                <span className={classes.stepName}>{stepWords[one]}</span>
                {count > 0 && (
                  <span className={classes.stepMark}>
                    <IconAlertTriangle size={14} stroke={2} aria-hidden />
                    <span aria-hidden>{formatNumber(count, locale)}</span>
                    <span className="ll-visually-hidden">
                      {t('list.problems', { count, shown: formatNumber(count, locale) })}
                    </span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
