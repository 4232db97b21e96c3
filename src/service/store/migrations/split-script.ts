/** A comment, a text, a name in quotes, a text between dollars, or a sign. */
const piece = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|[\s\S]/g;

const isComment = /^(?:--|\/\*)/;

/**
 * The statements of a script, each without its semicolon. An engine that carries a change of a table out on other servers
 * passes on what it was asked, as a whole: several statements in one message are refused there. Comments within comments
 * and `E'\''` are not understood, and in no migration.
 */
export function splitScript(script: string): string[] {
  const statements: string[] = [];
  let [text, isEmpty] = ['', true];
  const end = () => {
    if (!isEmpty) statements.push(text.trim());
    [text, isEmpty] = ['', true];
  };
  for (const [found] of script.matchAll(piece)) {
    if (found === ';') {
      end();
      continue;
    }
    text += found;
    if (!isComment.test(found) && found.trim() !== '') isEmpty = false;
  }
  end();
  return statements;
}
