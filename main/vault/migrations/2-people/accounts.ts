/** What people and keys add to the views of accounts. */
export const accountsTables = '';
