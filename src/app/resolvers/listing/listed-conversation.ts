import type { Conversation } from '../../../contract/resources';

/** A conversation of a list, which may say what place the asker has in it. */
export type ListedConversation = Conversation & { readonly role?: 'owner' | 'member' | null };
