/** Why a message may be reported. Views have words of their own for each. */
export const reportReasons = ['insult', 'hate', 'threat', 'confidential', 'spam', 'other'] as const;

export type ReportReason = (typeof reportReasons)[number];

/** What an administrator may make of a report. */
export const reportVerdicts = ['removed', 'dismissed'] as const;

export type ReportVerdict = (typeof reportVerdicts)[number];
