import { showProgress } from '../../../src/service/cli/terminal/show-progress';

function aTerminal(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string) => {
    written.push(text);
    return true;
  };
  return { terminal: { isTTY, write } as unknown as NodeJS.WriteStream, written };
}

test('progress is one line, written over, for someone who watches', () => {
  const { terminal, written } = aTerminal(true);
  const progress = showProgress(terminal);
  progress.show('1 of 2');
  progress.show('2 of 2');
  progress.end();
  expect(written).toEqual(['\r\u001b[K1 of 2', '\r\u001b[K2 of 2', '\n']);
});

test('progress is not shown to a file, and leaves no empty line where there was none', () => {
  const file = aTerminal(false);
  showProgress(file.terminal).show('1 of 2');
  const terminal = aTerminal(true);
  showProgress(terminal.terminal).end();
  expect([file.written, terminal.written]).toEqual([[], []]);
});
