import { t } from './catalogue.ts';

/** What the keyboards of the reader’s language call the keys that have a name. */
export const keyNames: Readonly<Record<string, string>> = {
  Ctrl: t('ctrl'),
  Shift: t('shift'),
  Alt: t('alt'),
  Enter: t('enter'),
  Esc: t('esc'),
  Home: t('home'),
  End: t('end'),
};

/** Keys as keyboards of the reader's language call them: `Ctrl+Enter` is `Strg+Eingabe` in German. */
export function nameKeys(keys: string): string {
  return keys.replace(/[A-Z][a-z]+/g, (name) => keyNames[name] ?? name);
}
