// @ts-check
// What the runs of `npm test` add up to.

/**
 * @typedef {{passed: number, failed: number, skipped: number}} Count
 * @typedef {{fullName: string, title: string, status: string}} Assertion
 * @typedef {{name: string, status: string, assertionResults: Assertion[]}} TestFile
 * @typedef {{testResults: TestFile[]}} VitestReport as its json reporter writes it
 */

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  /** @param {keyof Count} key */
  const of = (key) => counts.reduce((total, count) => total + count[key], 0);
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

/** The last line of `npm test`. @param {Count} count */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * The tests of one Vitest run. A file that could not be loaded, and a run that failed without saying where, are each
 * one failed test.
 * @param {VitestReport | undefined} report @param {boolean} ok whether the run ended well
 * @returns {Count}
 */
export function countReport(report, ok) {
  const files = report?.testResults ?? [];
  const count = sum(
    files.map((file) => {
      const of = (/** @type {string[]} */ ...statuses) =>
        file.assertionResults.filter((test) => statuses.includes(test.status)).length;
      const failed = of('failed');
      return {
        passed: of('passed'),
        failed: failed === 0 && file.status === 'failed' ? 1 : failed,
        skipped: of('pending', 'skipped', 'todo', 'disabled'),
      };
    }),
  );
  return !ok && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** The numbers of the security list, from how many each letter has. @param {Record<string, number>} lengths */
export function numbersOf(lengths) {
  return Object.entries(lengths).flatMap(([letter, length]) =>
    Array.from({ length }, (_, index) => `${letter}${index + 1}`),
  );
}

/**
 * The numbers without a passing test, or with a failing one. A test belongs to the number its name, or the name of the
 * group it is in, begins with.
 * @param {string[]} numbers @param {(VitestReport | undefined)[]} reports
 */
export function uncovered(numbers, reports) {
  const tests = reports
    .flatMap((report) => report?.testResults ?? [])
    .flatMap((file) => file.assertionResults);
  return numbers.filter((number) => {
    const begins = new RegExp(`^${number}\\b`);
    const own = tests.filter((test) => begins.test(test.title) || begins.test(test.fullName.trim()));
    return !own.some((test) => test.status === 'passed') || own.some((test) => test.status === 'failed');
  });
}
