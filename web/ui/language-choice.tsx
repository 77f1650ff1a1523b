import { Button } from '@mantine/core';
import { appLanguage, ownNameOf } from '../../contract/languages/languages.ts';
import { languages } from '../../contract/languages/lists.ts';
import { changeLanguage } from '../api/language.ts';
import classes from './entrance.module.css';
import { shared } from './words/catalogue.ts';

/** The other languages of the app, for people who aren't signed in: each in its own words. */
export function LanguageChoice() {
  const others = languages.filter((one) => one !== appLanguage);
  if (others.length === 0) return null;
  return (
    <nav className={classes.languages} aria-label={shared('language')}>
      {others.map((language) => (
        <Button
          key={language}
          variant="subtle"
          size="compact-sm"
          lang={language}
          onClick={() => changeLanguage(language)}
        >
          {ownNameOf(language)}
        </Button>
      ))}
    </nav>
  );
}
