import { messages, type PGlite, protocol } from '@electric-sql/pglite';
import type { Parameter, Queries, Statement } from './database';

const { serialize } = protocol;

/** What the engine said of a statement when it was prepared: the types of its parameters and the columns of its rows. */
interface Prepared {
  readonly parameterTypes: readonly number[];
  readonly columns: readonly { readonly name: string; readonly type: number }[];
}

/**
 * Statements that PGlite has parsed and planned once, under their names, and that are one message each from then on. Its
 * own `query` parses and plans anew each time, in five messages. The caller runs one at a time.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export function preparedQueries(engine: PGlite): Queries {
  const known = new Map<string, Prepared>();

  const prepare = async ({ name, text }: Statement): Promise<Prepared> => {
    const found = known.get(name);
    if (found) return found;
    const asked = [serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), serialize.sync()];
    const answer = await ask(asked);
    const types = answer.find((one) => one instanceof messages.ParameterDescriptionMessage);
    const rows = answer.find((one) => one instanceof messages.RowDescriptionMessage);
    const prepared = {
      parameterTypes: types?.dataTypeIDs ?? [],
      columns: rows?.fields.map((field) => ({ name: field.name, type: field.dataTypeID })) ?? [],
    };
    // Without a name it is forgotten by the next one.
    if (name !== '') known.set(name, prepared);
    return prepared;
  };

  const ask = async (asked: readonly Uint8Array[]) => {
    const answer = await engine.execProtocol(Buffer.concat(asked), { syncToFs: false });
    return answer.messages;
  };

  const write = (value: Parameter, type: number | undefined): string | null => {
    if (value === null) return null;
    const serializer = type === undefined ? undefined : engine.serializers[type];
    return serializer ? serializer(value) : String(value);
  };

  return {
    async query<Row>(statement: Statement, parameters: readonly Parameter[]): Promise<Row[]> {
      const { parameterTypes, columns } = await prepare(statement);
      const values = parameters.map((value, index) => write(value, parameterTypes[index]));
      const asked = [serialize.bind({ statement: statement.name, values }), serialize.execute({}), serialize.sync()];
      const answer = await ask(asked);
      const rows: Row[] = [];
      for (const one of answer) {
        if (!(one instanceof messages.DataRowMessage)) continue;
        const row: Record<string, unknown> = {};
        for (const [index, { name, type }] of columns.entries()) {
          const text = one.fields[index] ?? null;
          row[name] = text === null ? null : (engine.parsers[type]?.(text, type) ?? text);
        }
        rows.push(row as Row);
      }
      return rows;
    },
  };
}
