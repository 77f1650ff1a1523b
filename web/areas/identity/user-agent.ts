import { cutText } from '../../../contract/cut.ts';
import { t } from './catalogue.ts';
import { browsers, systems } from './device-names.ts';

const firstMatch = (list: [RegExp, string][], text: string) =>
  list.find(([pattern]) => pattern.test(text))?.[1];

/** "Chrome on Windows", as far as the user agent says. */
export function describeDevice(userAgent: string | null): string {
  if (userAgent === null || userAgent.trim() === '') return t('sessions.unknownDevice');
  const browser = firstMatch(browsers, userAgent);
  const system = firstMatch(systems, userAgent);
  if (browser && system) return t('sessions.device', { browser, system });
  return browser ?? system ?? cutText(userAgent, 40);
}
