import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Me } from '../../contract/identity.ts';
import classes from '../ui/sections/sections.module.css';

export interface SettingsSection {
  /** Its part of the address. */
  key: string;
  title: string;
  /** Without it everybody may open the section; others do not have it listed. */
  mayOpen?: (me: Me) => boolean;
  /** Which role can, for those whose role does not. */
  whoCan?: string;
  content: ReactNode;
}

/** The sections that the person may open. */
export function SettingsNavigation({ sections }: { sections: readonly SettingsSection[] }) {
  return (
    <nav className={classes.navigation} aria-label="Settings">
      <ul>
        {sections.map((section) => (
          <li key={section.key}>
            <Link
              to="/settings/$section"
              params={{ section: section.key }}
              className={classes.navigationLink}
            >
              {section.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
