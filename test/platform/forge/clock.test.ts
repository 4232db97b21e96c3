import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../../platform/clock/clock';

describe('the system’s clock', () => {
  it('runs what is past at once, what is a month away not yet, and nothing that was called off', async () => {
    const ran: string[] = [];
    const month = 31 * 24 * 3_600_000;
    systemClock.at(systemClock.now() - 1_000, () => ran.push('past'));
    const cancelMonth = systemClock.at(systemClock.now() + month, () => ran.push('month'));
    systemClock.at(systemClock.now() + 5, () => ran.push('called off'))();
    await wait(50);
    cancelMonth();
    expect(ran).toEqual(['past']);
  });
});
