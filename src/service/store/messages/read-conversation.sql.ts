import { messagePageStatements } from './read-messages.sql';

/** Of the conversation $4, with an issue also $5. */
export const readConversationStatements = messagePageStatements({
  name: 'conversation',
  where: 'c.id = $4',
  next: '$5',
});
