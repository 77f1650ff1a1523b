/** The result of the work, or `late` when it has not ended in time; the work itself is not stopped. */
export async function settleWithin<Result>(
  work: Promise<Result>,
  limitMs: number,
  late: Result,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Result>((resolve) => {
    timer = setTimeout(() => resolve(late), limitMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
