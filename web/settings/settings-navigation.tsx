import { Link } from '@tanstack/react-router';
import { shared } from '../ui/words/catalogue.ts';
import classes from './settings.module.css';
import type { SettingsSection } from './settings-sections.ts';

/** The sections that the person may open. */
export function SettingsNavigation({ sections }: { sections: readonly SettingsSection[] }) {
  return (
    <nav className={classes.navigation} aria-label={shared('title.settings')}>
      <ul className="ll-list">
        {sections.map((section) => (
          <li key={section.key}>
            <Link
              to="/settings/$section"
              params={{ section: section.key }}
              className={classes.navigationLink}
            >
              {shared(`section.${section.key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
