import type { ErrorCode } from '../../../../../contract/errors.ts';
import type { AppError } from '../../../../platform/errors.ts';
import { idToShow, minutesToWait, ProblemNotice } from '../../public-pages/problem-notice.tsx';
import { linkDays, type RequestLanguage } from '../customer-requests.rules.ts';
import { requestTexts } from './texts/catalogue.ts';

/** Problems that customers read about; any other is shown as a request that could not be read. */
type RequestProblem =
  | 'unknown-link'
  | 'too-many-requests'
  | 'other-site'
  | 'unavailable'
  | 'internal'
  | 'unreadable';

const problemOf: Partial<Record<ErrorCode, RequestProblem>> = {
  'not-found': 'unknown-link',
  'too-many-requests': 'too-many-requests',
  'cross-site-request': 'other-site',
  unavailable: 'unavailable',
  internal: 'internal',
};

interface RequestProblemProps {
  readonly error: AppError;
  readonly requestId: string;
  readonly language: RequestLanguage;
}

/** An error page for a customer who followed a link in an email. */
export function RequestProblemView({ error, requestId, language }: RequestProblemProps) {
  const t = requestTexts[language];
  const problem = problemOf[error.code] ?? 'unreadable';
  return (
    <ProblemNotice
      language={language}
      title={t(`problem.${problem}.title`)}
      text={t(`problem.${problem}.text`, minutesToWait(error))}
      requestId={idToShow(error, requestId)}
    />
  );
}

/** The page behind a link that has ended. */
export function EndedLinkView({ language }: { language: RequestLanguage }) {
  const t = requestTexts[language];
  return (
    <ProblemNotice
      language={language}
      title={t('problem.ended-link.title')}
      text={t('problem.ended-link.text', { days: String(linkDays) })}
    />
  );
}
