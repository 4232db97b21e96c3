/**
 * Finds links in the documents that lead nowhere: files, pictures and headings of this repository. What lies elsewhere is
 * not asked, since a check must not depend on the network. `node scripts/docs/check-links.cjs`
 */
const fs = require('node:fs');
const path = require('node:path');

const skipped = new Set(['node_modules', 'dist', '.git', '.aside', 'coverage']);

function listDocuments(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listDocuments(full);
    return entry.name.endsWith('.md') ? [full] : [];
  });
}

/** As GitHub makes one of a heading: lower case, without punctuation, a hyphen for each space. */
function anchorOf(heading) {
  const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
  return plain
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function listAnchors(text) {
  const seen = new Map();
  return [...withoutCode(text).matchAll(/^#{1,6}\s+(.*)$/gm)].map(([, heading]) => {
    const anchor = anchorOf(heading);
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}

function withoutCode(text) {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
}

/** Links and pictures of Markdown, and those of the HTML within it. */
function listTargets(text) {
  const plain = withoutCode(text).replace(/`[^`\n]*`/g, '');
  const marked = [...plain.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(([, target]) => target);
  const tagged = [...plain.matchAll(/\b(?:href|src|srcset)="([^"\s]+)"/g)].map(([, target]) => target);
  return [...marked, ...tagged];
}

/** @returns a line for each link below the folder that leads nowhere: the document and the target. */
function findBrokenLinks(root) {
  return listDocuments(root).flatMap((file) =>
    listTargets(fs.readFileSync(file, 'utf8'))
      .filter((target) => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target))
      .filter((target) => !leadsSomewhere(file, target))
      .map((target) => `${path.relative(root, file)}: ${target}`),
  );
}

function leadsSomewhere(file, target) {
  const [name, anchor] = target.split('#');
  const full = name === '' ? file : path.resolve(path.dirname(file), decodeURIComponent(name));
  if (!fs.existsSync(full)) return false;
  if (anchor === undefined || !full.endsWith('.md')) return true;
  return listAnchors(fs.readFileSync(full, 'utf8')).includes(decodeURIComponent(anchor));
}

module.exports = { findBrokenLinks };

if (require.main === module) {
  const broken = findBrokenLinks(path.join(__dirname, '..', '..'));
  for (const line of broken) console.error(line);
  if (broken.length > 0) process.exitCode = 1;
}
