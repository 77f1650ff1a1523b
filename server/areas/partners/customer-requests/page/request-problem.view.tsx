import type { ErrorCode } from '../../../../../contract/errors.ts';
import type { AppError } from '../../../../platform/errors.ts';
import { Layout } from '../../public-pages/layout.tsx';
import { linkDays, type RequestLanguage } from '../customer-requests.rules.ts';
import { requestTexts } from './texts/catalogue.ts';

/** Problems that customers read about; any other is shown as a request that could not be read. */
type RequestProblem =
  | 'unknown-link'
  | 'ended-link'
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
  const minutes = Math.max(1, Math.ceil((error.details.retryAfterSeconds ?? 60) / 60));
  const problem = problemOf[error.code] ?? 'unreadable';
  return (
    <ProblemNotice problem={problem} minutes={minutes} language={language}>
      {error.status >= 500 ? requestId : undefined}
    </ProblemNotice>
  );
}

/** The page behind a link that has ended. */
export function EndedLinkView({ language }: { language: RequestLanguage }) {
  return <ProblemNotice problem="ended-link" minutes={1} language={language} />;
}

interface ProblemNoticeProps {
  readonly problem: RequestProblem;
  readonly minutes: number;
  readonly language: RequestLanguage;
  /** The id of the failed request, for people who ask us. */
  readonly children?: string;
}

function ProblemNotice({ problem, minutes, language, children: requestId }: ProblemNoticeProps) {
  const t = requestTexts[language];
  const title = t(`problem.${problem}.title`);
  const facts = { count: minutes, shown: `${minutes}`, days: `${linkDays}` };
  return (
    <Layout title={title} language={language}>
      <div className="card notice">
        <h1>{title}</h1>
        <p>{t(`problem.${problem}.text`, facts)}</p>
        {requestId ? (
          <p className="quiet">
            {t('requestNumber')} <code>{requestId}</code>
          </p>
        ) : null}
      </div>
    </Layout>
  );
}
