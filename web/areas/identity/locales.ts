import { appLanguage } from '../../ui/format.ts';

/**
 * Locales to choose from: the language of the texts, and the formats of dates and numbers. Where people work in English,
 * there is English with the formats of their country.
 */
export const localeTags: readonly string[] = (
  'en-US en-GB en-AT en-AU en-BE en-CA en-CH en-DE en-DK en-FI en-IE en-IN en-NL en-NZ en-SE en-SG en-ZA ar-AE ar-EG bg-BG cs-CZ da-DK de-AT de-CH de-DE el-GR es-419 ' +
  'es-ES es-MX et-EE fi-FI fr-BE fr-CA fr-CH fr-FR he-IL hi-IN hr-HR hu-HU id-ID it-CH it-IT ja-JP ko-KR lt-LT ' +
  'lv-LV ms-MY nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-RS sv-SE th-TH tr-TR uk-UA vi-VN ' +
  'zh-CN zh-HK zh-TW'
).split(' ');

/** The name of a language in itself and in that of the app: "Deutsch (Schweiz) – Swiss High German". */
export function nameLocale(tag: string): string {
  const own = nameIn(tag, tag);
  const here = nameIn(tag, appLanguage);
  return own === here ? here : `${own} – ${here}`;
}

function nameIn(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
