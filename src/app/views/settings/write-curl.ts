/** A command that sends a message by the web trigger, to be pasted into a shell. The secret stands in it. */
export function writeCurl(url: string, secret: string): string {
  const body = { issue: 'ABC-1', recipient: 'assignee', message: 'Hello', rule: 'A try' };
  return [
    `curl -X POST ${quote(url)}`,
    `  -H ${quote(`Authorization: Bearer ${secret}`)}`,
    `  -H ${quote('Content-Type: application/json')}`,
    `  -d ${quote(JSON.stringify(body))}`,
  ].join(' \\\n');
}

/** One word of a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
