import { setTimeout as wait } from 'node:timers/promises';
import { seedRandom } from '../../shared/random/seeded-random';
import { aDocument } from '../../shared/service/a-document';
import { type Answer, ask } from '../../shared/service/ask';
import { site } from '../../shared/service/running-service';
import { eventually } from '../../shared/time/eventually';
import { listDirects, type Place, type Sign, writers } from './places';
import type { Acknowledged, Attempt, Record } from './record';

/** People who send without an end, and what they were told. */
export interface Load {
  readonly record: Record;
  /** Milliseconds from this moment to the first acknowledgement of a try that began after it. */
  untilAcknowledgedAfter(moment: number): Promise<number>;
  /** Resolves when each has been told what became of its last message. */
  stop(): Promise<Record>;
}

/** Milliseconds before a try is repeated. */
const pause = 40;
/** Of those of which it is not known what became of them, one in so many is given up. */
const givesUp = 8;
/** Of those that are acknowledged, one in so many is edited, and one is deleted. */
const changes = 12;

/**
 * Eight people write at once, each one message after the other, in turn to these nodes. What fails is tried again under
 * its key until it is acknowledged, as the app does, or now and then given up.
 */
export function startLoad(options: {
  readonly addresses: readonly string[];
  readonly sign: Sign;
  readonly groups: readonly Place[];
  readonly seed: number;
}): Load {
  const { addresses, sign, groups, seed } = options;
  const acknowledged: Acknowledged[] = [];
  const abandoned: Attempt[] = [];
  const answers = new Map<string, number>();
  let ends = false;

  const tell = (what: string) => answers.set(what, (answers.get(what) ?? 0) + 1);

  /** Null where nobody answered, and `not there` where nobody was asked. */
  const tryOnce = async (
    writer: string,
    turn: number,
    target: string,
    question: { key?: string; text?: string },
  ): Promise<Answer | 'not there' | null> => {
    const address = addresses[turn % addresses.length] ?? '';
    const [method, path] = target.split(' ');
    try {
      const answer = await ask(`${method} ${address}/site/${site}/conversation/${path}`, {
        token: await sign(address),
        headers: {
          'Aside-Account-Id': writer,
          ...(question.key === undefined ? {} : { 'Idempotency-Key': question.key }),
        },
        ...(question.text === undefined ? {} : { json: aDocument(question.text) }),
      });
      tell(nameAnswer(answer));
      return answer;
    } catch (error) {
      const failure = nameFailure(error);
      tell(failure);
      return failure === 'ECONNREFUSED' ? 'not there' : null;
    }
  };

  /** Until it is known that it is done. */
  const insist = async (writer: string, turn: number, target: string, text?: string): Promise<Answer> => {
    for (let round = 0; ; round += 1) {
      const answer = await tryOnce(writer, turn + round, target, text === undefined ? {} : { text });
      if (typeof answer === 'object' && answer !== null && answer.status < 500 && answer.status !== 401) return answer;
      await wait(pause);
    }
  };

  const send = async (attempt: Attempt, turn: number, random: () => number): Promise<Acknowledged | null> => {
    for (let round = 0; ; round += 1) {
      const triedAt = performance.now();
      const answer = await tryOnce(attempt.writer, turn + round, `POST ${attempt.place.path}/message`, attempt);
      if (typeof answer === 'object' && answer?.status === 201) {
        const { id } = answer.body as { id: string };
        return { ...attempt, id, triedAt, answeredAt: performance.now(), now: attempt.text };
      }
      if (answer !== 'not there' && random() * givesUp < 1) return null;
      await wait(pause);
    }
  };

  /** The words that are to be there afterwards. */
  const change = async (one: Acknowledged, turn: number, random: () => number): Promise<string | null> => {
    const dice = Math.floor(random() * changes);
    const path = `${one.place.path}/message/${one.id}`;
    if (dice === 0) {
      const text = `${one.text} edited`;
      const { status } = await insist(one.writer, turn, `PUT ${path}`, text);
      if (status === 200) return text;
      throw new Error(`An edit was answered ${status}.`);
    }
    if (dice > 1) return one.now;
    const { status } = await insist(one.writer, turn, `DELETE ${path}`);
    // It may be the second try of one whose answer was lost.
    if (status === 204 || status === 404) return null;
    throw new Error(`A delete was answered ${status}.`);
  };

  const write = async (writer: string, number: number) => {
    const random = seedRandom(seed * 1_000 + number);
    const places = [...listDirects(number), ...groups];
    for (let n = 0; !ends; n += 1) {
      const place = places[Math.floor(random() * places.length)];
      if (!place) throw new Error('There is nowhere to write to.');
      const text = `message ${number}-${n}`;
      const attempt = { writer, place, key: `${seed}-${number}-${n}`, text, begunAt: performance.now() };
      const sent = await send(attempt, number + n, random);
      if (sent === null) abandoned.push(attempt);
      else {
        const place = acknowledged.push(sent) - 1;
        const now = await change(sent, number + n, random);
        if (now !== sent.now) acknowledged[place] = { ...sent, now };
      }
    }
  };

  const writing = Promise.all(writers.map(write));
  // Whoever waits for the load meets the failure; until then it is no unhandled one.
  writing.catch(() => {});
  const record: Record = { acknowledged, abandoned, answers };
  return {
    record,
    untilAcknowledgedAfter: (moment) =>
      Promise.race([
        writing.then(() => Promise.reject(new Error('The load has ended.'))),
        eventually(() => {
          const first = acknowledged.filter(({ triedAt }) => triedAt >= moment);
          if (first.length === 0) throw new Error('Nothing was acknowledged since.');
          return Math.min(...first.map(({ answeredAt }) => answeredAt)) - moment;
        }),
      ]),
    stop: async () => {
      ends = true;
      await writing;
      return record;
    },
  };
}

/** Who is told to come again is told when. */
function nameAnswer({ status, headers }: Answer): string {
  return status === 503 && !headers.has('Retry-After') ? '503 without Retry-After' : `${status}`;
}

function nameFailure(error: unknown): string {
  const cause: unknown = Reflect.get(Object(error), 'cause');
  const code: unknown = Reflect.get(Object(cause), 'code');
  return typeof code === 'string' ? code : String(Reflect.get(Object(error), 'name'));
}
