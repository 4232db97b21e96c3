import { type Channel, listenToChannel } from '../../../preview/host/channel/listen-to-channel';
import { eventually } from '../../shared/time/eventually';

const channel: Channel = {
  name: 'aside',
  token: 't',
  isGlobal: true,
  replaySeconds: 0,
  moduleKey: 'panel',
  issueKey: 'WEB-1',
};

/** One stream of the server, open until it is ended. */
function aStream() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (opened) => {
      controller = opened;
    },
  });
  const encoder = new TextEncoder();
  return {
    response: () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    write: (text: string) => controller?.enqueue(encoder.encode(text)),
    end: () => controller?.close(),
  };
}

describe('listening to a channel', () => {
  const realFetch = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = realFetch;
  });
  const answerWith = (...answers: (() => Response)[]) => {
    const asked: string[] = [];
    globalThis.fetch = (async (url: string) => {
      asked.push(url);
      return (answers[asked.length - 1] ?? answers.at(-1) ?? (() => new Response(null, { status: 500 })))();
    }) as typeof fetch;
    return asked;
  };

  it('names the channel, its token and where the view is', async () => {
    const asked = answerWith(aStream().response);
    const stop = await listenToChannel(channel, () => {});
    stop();
    expect(asked).toEqual(['/preview/realtime?channel=aside&token=t&global=true&moduleKey=panel&issueKey=WEB-1']);
  });

  it('hands on each event, however the stream is cut into pieces, and leaves comments out', async () => {
    const stream = aStream();
    answerWith(stream.response);
    const heard: unknown[] = [];
    const stop = await listenToChannel(channel, (payload) => heard.push(payload));
    stream.write(': open\n\ndata: {"issue');
    stream.write('Id":"1"}\n\n: still here\n\ndata: {"issueId":null}\n');
    stream.write('\n');
    await eventually(() => expect(heard).toHaveLength(2));
    expect(heard).toEqual([{ issueId: '1' }, { issueId: null }]);
    stop();
  });

  it('opens another stream when one ends', async () => {
    const [first, second] = [aStream(), aStream()];
    const asked = answerWith(first.response, second.response);
    const heard: unknown[] = [];
    const stop = await listenToChannel(channel, (payload) => heard.push(payload));
    first.end();
    await eventually(() => expect(asked).toHaveLength(2));
    second.write('data: 2\n\n');
    await eventually(() => expect(heard).toHaveLength(1));
    stop();
  });

  it('says at once that a token is not valid', async () => {
    answerWith(() => new Response(null, { status: 403 }));
    await expect(listenToChannel(channel, () => {})).rejects.toThrow('token');
  });

  it('asks no more once its token has run out, nor once it was stopped', async () => {
    const first = aStream();
    const asked = answerWith(first.response, () => new Response(null, { status: 403 }));
    await listenToChannel(channel, () => {});
    first.end();
    await eventually(() => expect(asked).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(asked).toHaveLength(2);
  });
});
