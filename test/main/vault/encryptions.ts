/** The encryptions of a ledger: the one that a site is founded with, and the other. */
export const SHA512 = 'sqlcipher-4-aes-256-cbc-hmac-sha512';
export const SHA256 = 'sqlcipher-4-aes-256-cbc-hmac-sha256';
