import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Makes a database on the server of this URL, under a name of its own: empty, or a copy of another. Resolves with its URL. */
export async function createDatabaseOn(serverUrl: string, template?: string): Promise<string> {
  const name = `aside_test_${randomBytes(6).toString('hex')}`;
  await execute(
    serverUrl,
    template === undefined ? `create database ${name}` : `create database ${name} template ${template}`,
  );
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropDatabase(serverUrl: string, databaseUrl: string): Promise<void> {
  await execute(serverUrl, `drop database if exists ${new URL(databaseUrl).pathname.slice(1)} with (force)`);
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
