import { messagePageStatements } from './read-messages.sql';

/** Of the direct conversation of $4 and $5, after the message $6, with an issue also $7. */
export const readDirectStatements = messagePageStatements({
  name: 'direct',
  where: 'c.low_id = $4 and c.high_id = $5',
  next: 6,
});
