/** Before every id of a conversation or message, and after. */
export const beforeAllIds = '00000000-0000-0000-0000-000000000000';
export const afterAllIds = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
