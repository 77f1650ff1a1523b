import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ProfileProblem } from '../../../../contract/profiles/profiles.ts';
import { t } from '../catalogue.ts';
import { useEditing } from '../editing/use-editing.ts';
import classes from '../editor.module.css';
import { wordPath } from '../profile-words.ts';

interface FindingListProps {
  title: string;
  findings: readonly ProfileProblem[];
  tone: 'problem' | 'hint';
}

/** What is to be mended, or would be better otherwise; each leads to its field. */
export function FindingList({ title, findings, tone }: FindingListProps) {
  const { profile, draft, locations } = useEditing();
  if (findings.length === 0) return null;
  const Icon = tone === 'problem' ? IconAlertTriangle : IconBulb;
  return (
    <section aria-label={title}>
      <h3 className="ll-subtitle">{title}</h3>
      <ul className={`ll-list ${classes.findings}`} data-tone={tone}>
        {findings.map(({ step, field, message }) => (
          <li key={`${field} ${message}`}>
            <Icon size={17} stroke={1.8} aria-hidden />
            <span>
              <Link
                to="/presence/profiles/$profileId/$step"
                params={{ profileId: profile.id, step }}
                search={{ field }}
                className="ll-link"
              >
                {wordPath(field, draft, locations)}
              </Link>
              {t('review.finding', { message })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
