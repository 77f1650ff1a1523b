import { useId } from 'react';
import type { LeadContactChecks } from '../../../../contract/leads/contact-checks.ts';
import { words } from '../../../../contract/words.ts';
import { CopyButton, LeftToRight, useNow, ValidityMark } from '../../../ui/index.ts';
import { absolute, relative } from '../../../ui/rich-moments.tsx';
import { t } from './catalogue.ts';
import classes from './contact-checks.module.css';
import { type ContactStanding, isOverdue } from './evidence.ts';
import { EvidenceList } from './evidence-list.tsx';

interface SectionProps {
  checks: LeadContactChecks;
  standing: ContactStanding;
  /** What the customer typed. */
  typed: string;
}

/** The verdict on the email address, and the evidence for it. */
export function EmailSection({ checks, standing, typed }: SectionProps) {
  return (
    <Section
      title={words.field.email}
      mark={
        <ValidityMark
          of="email"
          validity={standing.email?.validity ?? 'Unknown'}
          basis={standing.email?.basis}
          checking={standing.checking}
        />
      }
      found={checks.email}
      checking={checks.checking}
      typed={checks.email?.readAs ?? typed}
    >
      {checks.email?.readAs && (
        <dl className={classes.number}>
          <div>
            <dt>{t('contact.readAs')}</dt>
            <dd className="ll-copyable">
              {checks.email.readAs} <CopyButton value={checks.email.readAs} label={t('contact.copy.email')} />
            </dd>
          </div>
        </dl>
      )}
    </Section>
  );
}

/** The verdict on the phone number, the number in its international form, and the evidence. */
export function PhoneSection({ checks, standing, typed }: SectionProps) {
  const { phone } = checks;
  return (
    <Section
      title={words.field.phone}
      mark={
        <ValidityMark
          of="phone"
          validity={standing.phone?.validity ?? 'Unknown'}
          basis={standing.phone?.basis}
          checking={standing.checking}
        />
      }
      found={phone}
      checking={checks.checking}
      typed={typed}
    >
      {phone?.e164 && (
        <dl className={classes.number}>
          <div>
            <dt>{t('contact.readAs')}</dt>
            <dd className="ll-copyable">
              <LeftToRight value={phone.e164} />{' '}
              <CopyButton value={phone.e164} label={t('contact.copy.phone')} />
            </dd>
          </div>
          {phone.extension !== null && (
            <div>
              <dt>{t('contact.extension')}</dt>
              <dd className="ll-copyable">
                {phone.extension} <CopyButton value={phone.extension} label={t('contact.copy.extension')} />
              </dd>
            </div>
          )}
        </dl>
      )}
    </Section>
  );
}

interface FrameProps {
  title: string;
  mark: React.ReactNode;
  found: LeadContactChecks['email'] | LeadContactChecks['phone'];
  checking: boolean;
  typed: string;
  children?: React.ReactNode;
}

function Section({ title, mark, found, checking, typed, children }: FrameProps) {
  const titleId = useId();
  return (
    <section className={classes.contact} aria-labelledby={titleId}>
      <div className={`ll-apart ${classes.contactHead}`}>
        <h3 id={titleId}>{title}</h3>
        {mark}
      </div>
      {children}
      {found === null ? (
        <p className="ll-note">{t(checking ? 'contact.running' : 'contact.notYet')}</p>
      ) : (
        <>
          <EvidenceList evidence={found.evidence} typed={typed} />
          <NextLook found={found} checking={checking} />
        </>
      )}
    </section>
  );
}

type Found = NonNullable<FrameProps['found']>;

/** When the next check runs by itself, or a hint to check again. */
function NextLook({ found, checking }: { found: Found; checking: boolean }) {
  const now = useNow();
  if (checking) return null;
  if (found.retryAt !== null) {
    const isDue = Date.parse(found.retryAt) <= now;
    return (
      <p className={`ll-note ${classes.next}`}>
        {isDue
          ? t('contact.retryShortly')
          : t.rich('contact.retryAt', {
              relative: relative(found.retryAt),
              absolute: absolute(found.retryAt),
            })}
      </p>
    );
  }
  if (!isOverdue(found, now)) return null;
  return <p className={`ll-note ${classes.next}`}>{t('contact.outdated')}</p>;
}
