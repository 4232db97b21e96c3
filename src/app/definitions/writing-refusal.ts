/** Why a message is not sent, and why there is no composer for someone. */
export type WritingRefusal =
  | 'not_logged_in'
  | 'site_off'
  | 'project_off'
  | 'rules_off'
  | 'not_permitted'
  | 'issue_hidden'
  | 'group_archived'
  | 'recipient_self'
  | 'recipient_app'
  | 'recipient_program'
  | 'recipient_customer'
  | 'recipient_unknown'
  | 'recipient_inactive'
  | 'recipient_stranger';
