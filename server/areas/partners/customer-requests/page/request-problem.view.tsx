import type { ErrorCode } from '../../../../../contract/errors.ts';
import type { AppError } from '../../../../platform/errors.ts';
import { Layout } from '../../public-pages/layout.tsx';
import type { RequestLanguage } from '../customer-requests.rules.ts';
import { type RequestProblem, requestWordsOf } from './texts/request-words.ts';

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

/** An error as a page for a customer who followed the link of a mail. */
export function RequestProblemView({ error, requestId, language }: RequestProblemProps) {
  const minutes = Math.max(1, Math.ceil((error.details.retryAfterSeconds ?? 60) / 60));
  const problem = problemOf[error.code] ?? 'unreadable';
  return (
    <ProblemNotice problem={problem} minutes={minutes} language={language}>
      {error.status >= 500 ? requestId : undefined}
    </ProblemNotice>
  );
}

/** The page behind a link whose time is over. */
export function EndedLinkView({ language }: { language: RequestLanguage }) {
  return <ProblemNotice problem="ended-link" minutes={1} language={language} />;
}

interface ProblemNoticeProps {
  readonly problem: RequestProblem;
  readonly minutes: number;
  readonly language: RequestLanguage;
  /** The number of the failed request, for whoever asks us. */
  readonly children?: string;
}

function ProblemNotice({ problem, minutes, language, children: requestId }: ProblemNoticeProps) {
  const words = requestWordsOf(language);
  const { title, text } = words.problem(problem, minutes);
  return (
    <Layout title={title} language={language}>
      <div className="card notice">
        <h1>{title}</h1>
        <p>{text}</p>
        {requestId ? (
          <p className="quiet">
            {words.requestNumber} <code>{requestId}</code>
          </p>
        ) : null}
      </div>
    </Layout>
  );
}
