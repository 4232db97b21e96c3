/** Scopes of the conversation API. They are not scopes of Jira: the platform refuses them in a manifest, the service enforces them. */
export const scopes = ['participate:conversation', 'manage:conversation', 'operate:site'] as const;

export type Scope = (typeof scopes)[number];
