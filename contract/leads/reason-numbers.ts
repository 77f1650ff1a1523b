import {
  type DeclineReason,
  declineReasons,
  type ErrorReason,
  errorReasons,
  type LostReason,
  lostReasons,
} from './lists.ts';

// No other imports: the browser uses this too.

/** What the numbers of reasons for declining and losing mean, as programs and files write them (VO-2). */
export const closingReasonNumbers = {
  1: 'Budget not adequate',
  2: 'Customer did not respond',
  3: 'Customer chose another vendor',
  4: 'Customer requirement not met',
  5: 'Not a customer',
  6: 'Proposed timeline too short',
  7: 'Report as abuse, spam or phishing',
  8: 'Other',
} as const;
export type ClosingReasonNumber = keyof typeof closingReasonNumbers;

/** The same for reasons for closing a lead as an error. */
export const errorReasonNumbers = {
  1: 'Duplicate, made by bulk upload',
  2: 'Duplicate, made in the product',
  3: 'Duplicate, sent by the vendor',
  4: 'Connector sync trouble',
  5: 'Customer matching trouble',
  6: 'Solution trouble',
  7: 'Test',
  8: 'Data error',
  9: 'Other',
} as const;
export type ErrorReasonNumber = keyof typeof errorReasonNumbers;

/** The number that each reason for declining has (VO-3). */
export const declineReasonNumbers: Readonly<Record<DeclineReason, ClosingReasonNumber>> = {
  OutsideExpertise: 4,
  OutsideServiceArea: 4,
  CustomerSizeMismatch: 4,
  NoCapacity: 6,
  BudgetTooLow: 1,
  CustomerUnreachable: 2,
  CustomerNotInterested: 3,
  NotGenuineCustomer: 5,
  SpamOrAbuse: 7,
  Other: 8,
};

/** The number that each reason for losing has (VO-3). */
export const lostReasonNumbers: Readonly<Record<LostReason, ClosingReasonNumber>> = {
  ChoseCompetitor: 3,
  PriceTooHigh: 1,
  NoBudget: 1,
  NoDecision: 8,
  MissingCapability: 4,
  ProjectCancelled: 8,
  CustomerUnreachable: 2,
  TimelineTooShort: 6,
  Other: 8,
};

/** The number that each reason for closing as an error has (VO-3). */
export const errorReasonNumbersOf: Readonly<Record<ErrorReason, ErrorReasonNumber>> = {
  Duplicate: 2,
  WrongCustomer: 5,
  Test: 7,
  Other: 9,
};

/** The reason for declining that each number is read as. */
export const declineReasonOfNumber: Readonly<Record<ClosingReasonNumber, DeclineReason>> = {
  1: 'BudgetTooLow',
  2: 'CustomerUnreachable',
  3: 'CustomerNotInterested',
  4: 'OutsideExpertise',
  5: 'NotGenuineCustomer',
  6: 'NoCapacity',
  7: 'SpamOrAbuse',
  8: 'Other',
};

/** The reason for losing that each number is read as: a deal was no spam, and its customer a customer. */
export const lostReasonOfNumber: Readonly<Record<ClosingReasonNumber, LostReason>> = {
  1: 'NoBudget',
  2: 'CustomerUnreachable',
  3: 'ChoseCompetitor',
  4: 'MissingCapability',
  5: 'Other',
  6: 'TimelineTooShort',
  7: 'Other',
  8: 'Other',
};

/** The reason for closing as an error that each number is read as. */
export const errorReasonOfNumber: Readonly<Record<ErrorReasonNumber, ErrorReason>> = {
  1: 'Duplicate',
  2: 'Duplicate',
  3: 'Duplicate',
  4: 'Other',
  5: 'WrongCustomer',
  6: 'Other',
  7: 'Test',
  8: 'Other',
  9: 'Other',
};

/** Which number each reason has, for the description of the API. */
export const [declineNumbersInWords, lostNumbersInWords, errorNumbersInWords] = [
  describeNumbers(closingReasonNumbers, declineReasons, declineReasonNumbers),
  describeNumbers(closingReasonNumbers, lostReasons, lostReasonNumbers),
  describeNumbers(errorReasonNumbers, errorReasons, errorReasonNumbersOf),
];

function describeNumbers<Reason extends string>(
  meanings: Readonly<Record<number, string>>,
  reasons: readonly Reason[],
  numberOf: Readonly<Record<Reason, number>>,
): string {
  const parts = Object.entries(meanings).map(([number, meaning]) => {
    const own = reasons.filter((reason) => numberOf[reason] === Number(number));
    return `${number} ${meaning}${own.length === 0 ? '' : `: ${own.join(', ')}`}`;
  });
  return `Numbers of other programs: ${parts.join('; ')}`;
}
