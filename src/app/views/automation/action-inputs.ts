/** The action's inputs, by their names in the manifest. Smart values stand in them as text. */
export interface ActionInputs {
  readonly issueKey: string;
  readonly recipient: string;
  readonly message: string;
  readonly ruleName: string;
}

export type InputName = keyof ActionInputs;

/** As Automation writes smart values. */
const defaults: ActionInputs = {
  issueKey: '{{issue.key}}',
  recipient: 'assignee',
  message: '',
  ruleName: '{{rule.name}}',
};

/** What the rule holds already; what a new one begins with for the rest. A field that was emptied stays empty. */
export function readActionInputs(kept: unknown): ActionInputs {
  const known = (typeof kept === 'object' && kept !== null ? kept : {}) as Readonly<Record<string, unknown>>;
  const read = (name: InputName) => (typeof known[name] === 'string' ? known[name] : defaults[name]);
  return {
    issueKey: read('issueKey'),
    recipient: read('recipient'),
    message: read('message'),
    ruleName: read('ruleName'),
  };
}

/** Which of the two places in an issue the recipient is, or another person, who is named by an account id. */
export function placeOf(recipient: string): 'assignee' | 'reporter' | 'other' {
  const place = recipient.trim().toLowerCase();
  return place === 'assignee' || place === 'reporter' ? place : 'other';
}
