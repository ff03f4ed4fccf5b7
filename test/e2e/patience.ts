import { expect as plain } from 'playwright/test';

/** Playwright's assertions, which try again until they hold: for longer than its five seconds, since a signature alone takes one on a quick machine. */
export const expect = plain.configure({ timeout: 15_000 });
