import type { ErrorCode } from '../../../../contract/errors.ts';
import type { AppError } from '../../../platform/errors.ts';
import { idToShow, minutesToWait, ProblemNotice } from './problem-notice.tsx';
import { formTexts } from './texts/catalogue.ts';
import type { PageLanguage } from './texts/page-language.rules.ts';

/** The errors that have an explanation of their own; any other is a request that could not be read. */
const explained = [
  'not-found',
  'link-over',
  'body-too-large',
  'unsupported-media-type',
  'cross-site-request',
  'too-many-requests',
  'unavailable',
  'internal',
] as const satisfies readonly ErrorCode[];

interface ProblemPageProps {
  readonly error: AppError;
  readonly requestId: string;
  readonly language: PageLanguage;
}

/** An error page for customers. */
export function ProblemPageView({ error, requestId, language }: ProblemPageProps) {
  const t = formTexts[language];
  const problem = explained.find((code) => code === error.code) ?? 'unreadable';
  const text =
    problem === 'too-many-requests'
      ? t('problem.too-many-requests.text', minutesToWait(error))
      : t(`problem.${problem}.text`);
  return (
    <ProblemNotice
      language={language}
      title={t(`problem.${problem}.title`)}
      text={text}
      requestId={idToShow(error, requestId)}
    />
  );
}
