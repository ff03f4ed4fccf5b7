import { describe, expect, test } from 'vitest';
import { countLine, countReport, numbersOf, sum, uncovered } from '../../resources/tooling/test/count.mjs';

const assertion = (fullName: string, status: string) => ({
  fullName,
  title: fullName.split(' > ').at(-1) ?? '',
  status,
});
const file = (status: string, ...assertionResults: ReturnType<typeof assertion>[]) => ({
  name: 'f',
  status,
  assertionResults,
});

describe('counting', () => {
  test('passed, failed and skipped tests of all files are counted', () => {
    const report = {
      testResults: [
        file('passed', assertion('a', 'passed'), assertion('b', 'pending'), assertion('c', 'todo')),
        file('failed', assertion('d', 'failed'), assertion('e', 'passed')),
      ],
    };
    expect(countReport(report, false)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  test('a file that could not be loaded is one failed test', () => {
    expect(countReport({ testResults: [file('failed')] }, false)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });

  test('a run that failed without saying where is one failed test', () => {
    const report = { testResults: [file('passed', assertion('a', 'passed'))] };
    expect(countReport(report, false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(countReport(undefined, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countReport(undefined, true)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  test('counts add up to the last line', () => {
    const total = sum([
      { passed: 3, failed: 0, skipped: 1 },
      { passed: 2, failed: 1, skipped: 0 },
    ]);
    expect(countLine(total)).toBe('5 passed, 1 failed, 1 skipped');
    expect(countLine({ passed: 5, failed: 0, skipped: 0 })).toBe('5 passed, 0 failed');
  });
});

describe('the security list', () => {
  test('has the numbers of each letter', () => {
    expect(numbersOf({ A: 3, F: 1 })).toEqual(['A1', 'A2', 'A3', 'F1']);
  });

  test('a number counts when a test or group whose name begins with it passes, and none fails', () => {
    const report = {
      testResults: [
        file('passed', assertion('A1 wrong key is refused', 'passed'), assertion('A10: old keys', 'passed')),
        file('passed', assertion('A2 pages > found by the chain', 'passed'), assertion('says A3', 'passed')),
        file('failed', assertion('A4 rolled back', 'passed'), assertion('A4 cut', 'failed')),
        file('passed', assertion('A5 later', 'pending'), assertion('at rest > A6 cut short', 'passed')),
      ],
    };
    const numbers = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A10'];
    expect(uncovered(numbers, [report, undefined])).toEqual(['A3', 'A4', 'A5', 'A7']);
  });
});
