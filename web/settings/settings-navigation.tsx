import { Link } from '@tanstack/react-router';
import { t } from './catalogue.ts';
import classes from './settings.module.css';
import type { SettingsSection } from './settings-sections.ts';

/** The sections that the person may open. */
export function SettingsNavigation({ sections }: { sections: readonly SettingsSection[] }) {
  return (
    <nav className={classes.navigation} aria-label={t('navigation')}>
      <ul className="ll-list">
        {sections.map((section) => (
          <li key={section.key}>
            <Link
              to="/settings/$section"
              params={{ section: section.key }}
              className={classes.navigationLink}
            >
              {t(`section.${section.key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
