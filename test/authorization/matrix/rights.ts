import type { CallerKind } from './callers';
import type { ConversationKind, Standing } from './places';

/** What a request comes to: it is done, or refused with this status. */
export type Verdict = 'done' | 403 | 404 | 409;

/** By who stands where. A person who is not in a conversation may be told something else than everybody else who is not. */
interface Rule {
  readonly owner: Verdict;
  readonly member: Verdict;
  /** A client in it that was granted to manage; as a member where it is left out. */
  readonly managingMember?: Verdict;
  /** A client, or the app, in it; as a member, or as the owner, where it is left out. */
  readonly program?: Verdict;
  readonly person: Verdict;
  readonly stranger: Verdict;
}

type Right = Readonly<Record<ConversationKind, Rule>>;

const all = (verdict: Verdict) => ({ owner: verdict, member: verdict });
const hidden = { person: 404, stranger: 404 } as const;

/** The rows of the contract's table "Who may do what", and the sentences below "The rest of a messaging API". */
export const rights = {
  /** "list, read" */
  read: {
    direct: { ...all('done'), ...hidden },
    private: { ...all('done'), ...hidden },
    public: { ...all('done'), person: 'done', stranger: 404 },
    'archived private': { ...all('done'), ...hidden },
    'archived public': { ...all('done'), person: 'done', stranger: 404 },
  },
  /** "send": who sends to a public group joins it; nobody sends to an archived one. */
  send: {
    direct: { ...all('done'), ...hidden },
    private: { ...all('done'), ...hidden },
    public: { ...all('done'), person: 'done', stranger: 404 },
    'archived private': { ...all(409), ...hidden },
    'archived public': { ...all(409), person: 409, stranger: 404 },
  },
  /** "edit a message": one's own. Nothing is edited in an archived group. */
  editOwn: {
    direct: { ...all('done'), ...hidden },
    private: { ...all('done'), ...hidden },
    public: { ...all('done'), ...hidden },
    'archived private': { ...all(409), ...hidden },
    'archived public': { ...all(409), ...hidden },
  },
  /** "delete a message": one's own, in an archived group, too. */
  deleteOwn: {
    direct: { ...all('done'), ...hidden },
    private: { ...all('done'), ...hidden },
    public: { ...all('done'), ...hidden },
    'archived private': { ...all('done'), ...hidden },
    'archived public': { ...all('done'), ...hidden },
  },
  /** Both: another's. The owner of a group may not either. */
  changeOthers: {
    direct: { ...all(403), ...hidden },
    private: { ...all(403), ...hidden },
    public: { ...all(403), person: 403, stranger: 404 },
    'archived private': { ...all(403), ...hidden },
    'archived public': { ...all(403), person: 403, stranger: 404 },
  },
  /** A question is of a direct conversation: its sender asks, and either end closes it. */
  ask: {
    direct: { ...all('done'), ...hidden },
    private: { ...all(409), ...hidden },
    public: { ...all(409), person: 409, stranger: 404 },
    'archived private': { ...all(409), ...hidden },
    'archived public': { ...all(409), person: 409, stranger: 404 },
  },
  askOfOthers: {
    direct: { ...all(403), ...hidden },
    private: { ...all(409), ...hidden },
    public: { ...all(409), person: 409, stranger: 404 },
    'archived private': { ...all(409), ...hidden },
    'archived public': { ...all(409), person: 409, stranger: 404 },
  },
  /** A message that one received: who only reads a public group did not, and programs receive nothing. */
  report: {
    direct: { ...all('done'), program: 403, ...hidden },
    private: { ...all('done'), program: 403, ...hidden },
    public: { ...all('done'), program: 403, person: 403, stranger: 404 },
    'archived private': { ...all('done'), program: 403, ...hidden },
    'archived public': { ...all('done'), program: 403, person: 403, stranger: 404 },
  },
  /** One's own is reported by nobody. */
  reportOwn: {
    direct: { ...all(403), ...hidden },
    private: { ...all(403), ...hidden },
    public: { ...all(403), ...hidden },
    'archived private': { ...all(403), ...hidden },
    'archived public': { ...all(403), ...hidden },
  },
  /** "roster, rename": a direct conversation has neither. */
  manage: {
    direct: { ...all(409), ...hidden },
    private: { owner: 'done', member: 403, managingMember: 'done', ...hidden },
    public: { owner: 'done', member: 403, managingMember: 'done', person: 403, stranger: 404 },
    'archived private': { owner: 'done', member: 403, managingMember: 'done', ...hidden },
    'archived public': { owner: 'done', member: 403, managingMember: 'done', person: 403, stranger: 404 },
  },
  /** "archive": of a direct conversation, for oneself. */
  archive: {
    direct: { ...all('done'), ...hidden },
    private: { owner: 'done', member: 403, managingMember: 'done', ...hidden },
    public: { owner: 'done', member: 403, managingMember: 'done', person: 403, stranger: 404 },
    'archived private': { owner: 'done', member: 403, managingMember: 'done', ...hidden },
    'archived public': { owner: 'done', member: 403, managingMember: 'done', person: 403, stranger: 404 },
  },
  /** Who reads a group sees its roster. */
  roster: {
    direct: { ...all(409), ...hidden },
    private: { ...all('done'), ...hidden },
    public: { ...all('done'), person: 'done', stranger: 404 },
    'archived private': { ...all('done'), ...hidden },
    'archived public': { ...all('done'), person: 'done', stranger: 404 },
  },
  /** "Anyone may leave." */
  leave: {
    direct: { ...all(409), ...hidden },
    private: { ...all('done'), ...hidden },
    public: { ...all('done'), person: 403, stranger: 404 },
    'archived private': { ...all('done'), ...hidden },
    'archived public': { ...all('done'), person: 403, stranger: 404 },
  },
  /** A marker, a mute: what members have. */
  own: {
    direct: { ...all('done'), ...hidden },
    private: { ...all('done'), ...hidden },
    public: { ...all('done'), person: 403, stranger: 404 },
    'archived private': { ...all('done'), ...hidden },
    'archived public': { ...all('done'), person: 403, stranger: 404 },
  },
} as const satisfies Record<string, Right>;

export type RightName = keyof typeof rights;

export function judge(right: RightName, place: ConversationKind, caller: CallerKind, standing: Standing): Verdict {
  const rule: Rule = rights[right][place];
  if (standing !== 'other' && caller !== 'user' && rule.program) return rule.program;
  if (standing === 'owner') return rule.owner;
  const mayManage = caller === 'managing client' || caller === 'manager';
  if (standing === 'member') return (mayManage && rule.managingMember) || rule.member;
  return caller === 'user' ? rule.person : rule.stranger;
}
