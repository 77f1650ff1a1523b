import { IconBulb, IconCheck, IconHelpCircle, IconMinus, IconX } from '@tabler/icons-react';
import type { Evidence } from '../../../../contract/leads/contact-checks.ts';
import { words } from '../../../../contract/words.ts';
import { CopyButton, RelativeTime, useNow } from '../../../ui/index.ts';
import { absolute, relative } from '../../../ui/rich-moments.tsx';
import { t } from './catalogue.ts';
import classes from './contact-checks.module.css';
import { sortEvidence, suggestAddress } from './evidence.ts';

const icons = {
  passed: IconCheck,
  failed: IconX,
  unknown: IconHelpCircle,
  skipped: IconMinus,
  hint: IconBulb,
} satisfies Record<Evidence['result'], typeof IconCheck>;

interface EvidenceListProps {
  evidence: readonly Evidence[];
  /** What the customer typed, for the address that a spelling hint suggests. */
  typed: string | null;
}

/** All evidence behind a verdict, one finding per row; hints below, apart from what decided (CV-3). */
export function EvidenceList({ evidence, typed }: EvidenceListProps) {
  const { findings, hints } = sortEvidence(evidence);
  return (
    <>
      <ul className="ll-list">
        {findings.map((finding) => (
          <FindingRow key={`${finding.check} ${finding.code}`} finding={finding} />
        ))}
      </ul>
      {hints.length > 0 && (
        <ul className={`ll-list ${classes.hints}`} aria-label={t('evidence.hints')}>
          {hints.map((hint) => (
            <HintRow key={`${hint.check} ${hint.code}`} hint={hint} typed={typed} />
          ))}
        </ul>
      )}
    </>
  );
}

function FindingRow({ finding }: { finding: Evidence }) {
  const Icon = icons[finding.result];
  return (
    <li className={classes.finding}>
      <span className={classes.resultIcon} data-result={finding.result} aria-hidden>
        <Icon size={16} stroke={2} />
      </span>
      <div className={classes.findingText}>
        <p className={classes.findingHead}>
          <strong>{words.evidenceCheck[finding.check]}</strong>
          <span className={classes.result} data-result={finding.result}>
            {words.evidenceResult[finding.result]}
          </span>
        </p>
        <p>{finding.detail}</p>
        <p className={classes.times}>
          <Times finding={finding} />
        </p>
      </div>
    </li>
  );
}

const nearMs = 2 * 86_400_000;

/** When it was found, and how long it is good for: to the minute if that is soon. */
function Times({ finding: { at, goodUntil } }: { finding: Evidence }) {
  const now = useNow();
  if (goodUntil === null) return <RelativeTime at={at} />;
  const left = Date.parse(goodUntil) - now;
  return t.rich('evidence.goodUntil', {
    found: relative(at),
    isGood: left > 0 ? 'yes' : 'no',
    until: absolute(goodUntil, Math.abs(left) > nearMs ? 'day' : undefined),
  });
}

function HintRow({ hint, typed }: { hint: Evidence; typed: string | null }) {
  const suggested = suggestAddress(typed, hint);
  return (
    <li className={classes.hint}>
      <IconBulb size={16} stroke={1.8} aria-hidden />
      <div className={classes.findingText}>
        <p>
          <strong>{words.evidenceCheck[hint.check]}.</strong> {hint.detail}
        </p>
        {suggested !== null && (
          <p className="ll-copyable">
            {suggested} <CopyButton value={suggested} label={t('contact.copy.suggestion')} />
          </p>
        )}
      </div>
    </li>
  );
}
