import { notifications } from '@mantine/notifications';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { customerLabel } from '../../../ui/index.ts';
import { useLoadWhenIdle } from '../../../ui/late-code.ts';
import { later } from '../../../ui/later.tsx';
import { t } from './catalogue.ts';
import type { Answer, LeadList } from './list-view.ts';

const AnswerSheet = later(() => import('../lead/answer-sheet.tsx'), 'AnswerSheet');

interface Answering {
  leadId: string;
  action: 'accept' | 'decline';
  /** The lead after it when the answer began: the answer may take this one out of the list (W-11). */
  nextId: string | null;
  fromPane: boolean;
}

export interface Done extends Answering {
  isAnswered: boolean;
}

interface Options {
  list: LeadList;
  /** The lead after one that is not among the rows. */
  nextOf: (leadId: string) => string | null;
  /** The sheet is gone: with an answer, or without one. */
  onDone: (done: Done) => void;
}

const isInPane = () => document.activeElement?.closest('[data-lead-pane]') != null;

interface Answers {
  answer: Answer;
  /** The lead that is being answered. */
  answeringId: string | null;
  sheet: ReactNode;
}

/** Accepting and declining from the list, in a sheet at its side. */
export function useAnswers({ list, nextOf, onDone }: Options): Answers {
  const [answering, setAnswering] = useState<Answering | null>(null);
  const done = useRef<Done>(null);
  useLoadWhenIdle(AnswerSheet.load);

  const tell = useEffectEvent(onDone);
  useEffect(() => {
    const { current } = done;
    if (answering !== null || current === null) return;
    done.current = null;
    // After the sheet has returned the focus.
    const frame = requestAnimationFrame(() => tell(current));
    return () => cancelAnimationFrame(frame);
  }, [answering]);

  const answer: Answer = (lead, action) => {
    if (!lead.allowedActions.includes(action)) {
      notifications.show({ message: t(`list.notNow.${action}`, { customer: customerLabel(lead) }) });
      return;
    }
    const index = list.leads.findIndex(({ id }) => id === lead.id);
    const nextId = index === -1 ? nextOf(lead.id) : (list.leads[index + 1]?.id ?? null);
    setAnswering({ leadId: lead.id, action, nextId, fromPane: isInPane() });
  };
  const close = (isAnswered: boolean) => {
    done.current = answering && { ...answering, isAnswered };
    setAnswering(null);
  };
  const sheet = answering && (
    <AnswerSheet
      leadId={answering.leadId}
      action={answering.action}
      onClose={() => close(false)}
      onAnswered={() => close(true)}
    />
  );
  return { answer, answeringId: answering?.leadId ?? null, sheet };
}
