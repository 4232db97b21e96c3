/** How far something has come, on one line of standard error: only for someone who watches. */
export interface Progress {
  show(text: string): void;
  end(): void;
}

const quiet: Progress = { show() {}, end() {} };

export function showProgress(terminal: NodeJS.WriteStream = process.stderr): Progress {
  if (!terminal.isTTY) return quiet;
  let isShown = false;
  return {
    show(text) {
      isShown = true;
      terminal.write(`\r\u001b[K${text}`);
    },
    end() {
      if (isShown) terminal.write('\n');
    },
  };
}
