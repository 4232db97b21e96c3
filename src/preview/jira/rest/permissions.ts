import type { Actor } from './actor';
import { type JiraReply, refuse } from './reply';

const known: Readonly<Record<string, { id: string; name: string; type: 'GLOBAL' | 'PROJECT'; adminOnly: boolean }>> = {
  ADMINISTER: { id: '0', name: 'Administer Jira', type: 'GLOBAL', adminOnly: true },
  ADMINISTER_PROJECTS: { id: '23', name: 'Administer Projects', type: 'PROJECT', adminOnly: true },
  BROWSE_PROJECTS: { id: '10', name: 'Browse Projects', type: 'PROJECT', adminOnly: false },
};

/** GET /rest/api/3/mypermissions. Jira wants the permissions named, and refuses a name that it does not know. */
export function listPermissions(actor: Actor, names: readonly string[]): JiraReply {
  if (names.length === 0) return refuse(400, 'The ‘permissions’ query parameter is required.');
  const unknown = names.filter((name) => known[name] === undefined);
  if (unknown.length > 0) return refuse(400, `Unrecognized permissions: ${unknown.join(', ')}`);
  const isAdmin = actor.kind === 'person' && actor.person.isAdmin;
  const permissions = names.map((key) => {
    const permission = known[key];
    return [
      key,
      {
        id: permission?.id,
        key,
        name: permission?.name,
        type: permission?.type,
        description: '',
        havePermission: permission?.adminOnly === false || isAdmin,
      },
    ];
  });
  return { status: 200, body: { permissions: Object.fromEntries(permissions) } };
}
