import type { AppError } from '../../../platform/errors.ts';
import { Layout } from './layout.tsx';
import { formTexts } from './texts/catalogue.ts';
import type { PageLanguage } from './texts/page-language.rules.ts';

interface ProblemNoticeProps {
  readonly language: PageLanguage;
  readonly title: string;
  /** What happened and what to do, without technical terms. */
  readonly text: string;
  /** The id of the request, where the fault is ours: people who ask about it can name it. */
  readonly requestId?: string | undefined;
}

/** The page of a problem, for customers. */
export function ProblemNotice({ language, title, text, requestId }: ProblemNoticeProps) {
  return (
    <Layout title={title} language={language}>
      <div className="card notice">
        <h1>{title}</h1>
        <p>{text}</p>
        {requestId ? (
          <p className="quiet">
            {formTexts[language]('problemNumber')} <code>{requestId}</code>
          </p>
        ) : null}
      </div>
    </Layout>
  );
}

/** The id to show with an error: none unless the fault is ours. */
export function idToShow(error: AppError, requestId: string): string | undefined {
  return error.status >= 500 ? requestId : undefined;
}

/** The minutes until another try, for texts with a plural: at least one. */
export function minutesToWait({ details }: AppError): { count: number; shown: string } {
  const minutes = Math.max(1, Math.ceil((details.retryAfterSeconds ?? 60) / 60));
  return { count: minutes, shown: String(minutes) };
}
