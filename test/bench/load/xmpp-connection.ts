import { connect, type Socket } from 'node:net';
import type { HttpAnswer } from './http-connection';

const ours = { stream: 'jabber:client', acks: 'urn:xmpp:sm:3', bind: 'urn:ietf:params:xml:ns:xmpp-bind' };

const opening = `<stream:stream to='localhost' version='1.0' xmlns='${ours.stream}' xmlns:stream='http://etherx.jabber.org/streams'>`;

/**
 * One connection to an XMPP server of this machine, without a password (RFC 6120, XEP-0175). It sends one message after
 * the other, each acknowledged by the server's count of what it has carried out (XEP-0198), and takes what others send it.
 */
export class XmppConnection {
  readonly #socket: Socket;
  #address = '';
  #received = '';
  /** Stanzas that the server has sent since acknowledgements were agreed on. */
  #taken = 0;
  #waiting: { readonly until: RegExp; resolve(found: RegExpExecArray): void; reject(error: Error): void } | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('The XMPP server closed a connection.')));
  }

  static async open(port: number): Promise<XmppConnection> {
    const socket = connect(port, '127.0.0.1');
    const connection = new XmppConnection(socket);
    await connection.#say(opening, /<\/stream:features>/);
    await connection.#say(`<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>`, /<success[^>]*>/);
    await connection.#say(opening, /<\/stream:features>/);
    const bind = `<iq type='set' id='bind'><bind xmlns='${ours.bind}'/></iq>`;
    connection.#address = (await connection.#say(bind, /<jid>([^/<]+)[^<]*<\/jid>.*?<\/iq>/))[1] ?? '';
    await connection.#say('<presence/>', /<presence[^>]*>/);
    await connection.#say(`<enable xmlns='${ours.acks}'/>`, /<enabled[^>]*>/);
    connection.#taken = 0;
    return connection;
  }

  /** To whom the others may write. */
  get address(): string {
    return this.#address;
  }

  /** `request` is a stanza whose receiver is this one. */
  async ask(request: string): Promise<HttpAnswer> {
    await this.#say(`${request}<r xmlns='${ours.acks}'/>`, /<a [^>]*h=['"]\d+['"][^>]*>/);
    return { status: 200, body: '' };
  }

  close(): void {
    this.#waiting = null;
    this.#socket.destroy();
  }

  #say(text: string, until: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      this.#waiting = { until, resolve, reject };
      this.#socket.write(text);
    });
  }

  /** While an answer is waited for, all up to its end is taken at once. */
  #take(text: string): void {
    this.#received += text;
    const waiting = this.#waiting;
    const found = waiting?.until.exec(this.#received);
    const end = found ? found.index + found[0].length : this.#received.lastIndexOf('>') + 1;
    if (waiting !== null && !found) return;
    this.#count(this.#received.slice(0, end));
    this.#received = this.#received.slice(end);
    if (!found) return;
    this.#waiting = null;
    waiting?.resolve(found);
  }

  /** A server that is not told what has come keeps it, and gives the connection up. */
  #count(stanzas: string): void {
    this.#taken += stanzas.match(/<\/message>|<presence|<\/iq>/g)?.length ?? 0;
    if (/<r [^>]*>/.test(stanzas)) this.#socket.write(`<a xmlns='${ours.acks}' h='${this.#taken}'/>`);
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error);
    this.#waiting = null;
  }
}
