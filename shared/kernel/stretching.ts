/**
 * How often PBKDF2-HMAC-SHA512 is iterated to stretch a password into the key of a keyslot: for the first slots, and the bounds
 * within which a stored count is believed. The least is nearly three times the 210,000 that OWASP's
 * password storage cheat sheet asks of SHA-512.
 *
 * The unit tests run the same code with smaller numbers (test/setup/stretching.ts): they sign in some thousand times.
 */
export const STRETCHING = { first: 1_000_000, least: 600_000, most: 10_000_000 } as const;
