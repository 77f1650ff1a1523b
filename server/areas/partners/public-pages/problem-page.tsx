import type { ErrorCode } from '../../../../contract/errors.ts';
import type { AppError } from '../../../platform/errors.ts';
import { Layout } from './layout.tsx';
import { formTexts } from './texts/catalogue.ts';
import type { PageLanguage } from './texts/page-language.rules.ts';

/** The errors that have an explanation of their own; any other is a request that could not be read. */
const explained = [
  'not-found',
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

/** An error page for customers: what happened and what to do, without technical terms. */
export function ProblemPageView({ error, requestId, language }: ProblemPageProps) {
  const t = formTexts[language];
  const problem = explained.find((code) => code === error.code) ?? 'unreadable';
  const minutes = Math.max(1, Math.ceil((error.details.retryAfterSeconds ?? 60) / 60));
  const title = t(`problem.${problem}.title`);
  return (
    <Layout title={title} language={language}>
      <div className="card notice">
        <h1>{title}</h1>
        <p>
          {problem === 'too-many-requests'
            ? t('problem.too-many-requests.text', { count: minutes, shown: String(minutes) })
            : t(`problem.${problem}.text`)}
        </p>
        {error.status >= 500 ? (
          <p className="quiet">
            {t('problemNumber')} <code>{requestId}</code>
          </p>
        ) : null}
      </div>
    </Layout>
  );
}
