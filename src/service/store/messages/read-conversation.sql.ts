import { messagePageStatements } from './read-messages.sql';

/** Of the conversation $4, after the message $5, with an issue also $6. */
export const readConversationStatements = messagePageStatements({
  name: 'conversation',
  where: 'c.id = $4',
  next: 5,
});
