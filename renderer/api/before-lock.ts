type Work = () => Promise<unknown>;

const waiting = new Set<Work>();

/** Has something kept before the session is locked from the window (what was typed a moment ago). Answers how to leave. */
export function beforeLock(work: Work): () => void {
  waiting.add(work);
  return () => {
    waiting.delete(work);
  };
}

/** Does all that was asked to be done before a lock. One that fails does not keep the session open. */
export async function settleBeforeLock(): Promise<void> {
  await Promise.allSettled([...waiting].map((work) => work()));
}
