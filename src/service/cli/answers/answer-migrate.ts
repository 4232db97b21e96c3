import { Type } from 'typebox';
import { migrations } from '../../store/migrations/migrations';
import { UsageError } from '../terminal/usage-error';
import { defineCommand } from './define-command';

/** Of the migrations that the asking version has, none is left to apply here: a service does not run without its own. */
export const answerMigrate = defineCommand(Type.Object({ names: Type.Array(Type.String()) }), async (_store, asked) => {
  const own = new Set(migrations.map(({ name }) => name));
  const unknown = asked.names.filter((name) => !own.has(name));
  if (unknown.length === 0) return [];
  throw new UsageError(
    `The service that runs is of an earlier version, without ${unknown.join(', ')}. Stop it, then migrate or start the new one.`,
  );
});
