import { messagePageStatements } from './read-messages.sql';

/** Of the direct conversation of $4 and $5, with an issue also $6. */
export const readDirectStatements = messagePageStatements({
  name: 'direct',
  where: 'c.low_id = $4 and c.high_id = $5',
  next: '$6',
});
