/** Retention and erasure. */
export const retentionTables = '';
